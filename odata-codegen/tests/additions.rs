//! What a run adds to the types: derives, attributes, patch types, `Nav` fields, and the notes about them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Generated, Navigation, Override};

/// A run over a document of one schema.
fn config(content: &str) -> Config {
    let text = format!(
        r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm">{content}</Schema></edmx:DataServices></edmx:Edmx>"#
    );
    Config::new().metadata_text("m.xml", text)
}

fn generated(config: &Config) -> Generated {
    config.generate().expect("the model is valid")
}

/// The findings of a rule.
fn findings(generated: &Generated, rule: &str) -> Vec<String> {
    let found = generated.diagnostics().iter();
    let found = found.filter(|found| found.rule == rule);
    found.map(|found| found.message.clone()).collect()
}

#[track_caller]
fn has(generated: &Generated, parts: &[&str]) {
    for part in parts {
        assert!(
            generated.text().contains(part),
            "no `{part}` in\n{}",
            generated.text()
        );
    }
}

#[test]
fn additions_by_pattern() {
    let config = config(
        r#"<EntityType Name="Order"><Property Name="S" Type="NS.Shape"/><NavigationProperty Name="Next" Type="NS.Order"/><NavigationProperty Name="All" Type="Collection(NS.Order)"/></EntityType>
<ComplexType Name="OrderPatch"/><ComplexType Name="Shape" Abstract="true"/><EnumType Name="E"><Member Name="A"/></EnumType>"#,
    );
    let generated = generated(
        &config
            .derive("NS.E", "PartialOrd, Ord")
            .attribute("NS.Order", "allow(dead_code)")
            .attribute("NS.Order", "#[cfg(all())]")
            .patch(true)
            .nav(true),
    );
    has(
        &generated,
        &[
            "#[derive(PartialOrd, Ord)]\n    #[odata(namespace = \"NS\", name = \"E\"",
            "#[allow(dead_code)]\n    #[cfg(all())]\n    #[odata(\n        namespace = \"NS\",\n        name = \"Order\",",
            "patch\n    )]\n    pub struct Order {",
            "#[odata(atomic)]\n        pub s: Option<AnyShape>,",
            "pub struct OrderPatchType {",
            "pub next: Nav<Order>,",
            "pub all: NavCollection<Order>,",
        ],
    );
}

#[test]
fn an_option_that_is_not_rust_is_an_error() {
    for (change, words) in [
        (
            config("").derive("NS.*", "Eq; Hash"),
            "invalid `Eq; Hash` of `derive`: write paths of derive macros, such as `Eq, Hash`",
        ),
        (
            config("").attribute("NS.*", "#[allow(]"),
            "invalid `#[allow(]` of `attribute`: write an attribute, such as `allow(dead_code)`",
        ),
        (
            config("").override_type("NS.T", Override::Rust("my type".to_owned())),
            "invalid `my type` of `override`: write `untyped`, `skip` or the path of a Rust type, such as `crate::Money`",
        ),
        (
            config("").core_path("odata-core"),
            "invalid `odata-core` of `core_path`: write the path of a module, such as `::odata_core`",
        ),
    ] {
        let error = change.generate().expect_err("the option is invalid");
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn an_option_without_effect_is_reported() {
    let used = config(
        r#"<EntityType Name="T"><Property Name="P" Type="NS.Missing"/></EntityType><Action Name="A"><Parameter Name="Q" Type="Edm.Int32"/></Action>"#,
    )
    .actions(true)
    .exclude("NS.B*")
    .derive("NS.T", "Eq")
    .attribute("NS.A", "doc(hidden)");
    let used = ["NS.T/P", "NS.A/Q", "NS.Missing"]
        .into_iter()
        .fold(used, |config, name| {
            config.override_type(name, Override::Untyped)
        });
    assert_eq!(
        findings(&generated(&used), "selection"),
        ["`NS.B*` of `exclude` matches nothing"]
    );
    let unused = config(r#"<EntityType Name="T"/>"#)
        .include("NS.T")
        .include("NS.U")
        .hierarchy("NS.H")
        .accessors("NS.M")
        .derive("NS.D", "Eq")
        .attribute("NS.A", "doc(hidden)")
        .override_type("NS.T/P", Override::Skip)
        .override_type("NS.O", Override::Untyped);
    assert_eq!(
        findings(&generated(&unused), "selection"),
        [
            "`NS.A` of `attribute` matches nothing",
            "`NS.D` of `derive` matches nothing",
            "`NS.H` of `hierarchy` matches nothing",
            "`NS.M` of `accessors` matches nothing",
            "`NS.O` of `override` matches nothing",
            "`NS.T/P` of `override` matches nothing",
            "`NS.U` matches nothing",
        ]
    );
}

#[test]
fn a_hierarchy_with_very_many_variants_has_their_methods_on_request() {
    let config = |count| {
        let derived: String = (0..count)
            .map(|i| format!(r#"<EntityType Name="D{i}" BaseType="NS.T"/>"#))
            .collect();
        config(&format!(
            r#"<EntityType Name="T" Abstract="true"/>{derived}"#
        ))
        .hierarchy("NS.T")
    };
    let without = "accessors = false";
    assert!(!generated(&config(100)).text().contains(without));
    assert!(generated(&config(101)).text().contains(without));
    let requested = generated(&config(101).accessors("NS.T"));
    assert!(!requested.text().contains(without));
}

#[test]
fn generated_code_with_shapes_names_the_feature_that_it_needs() {
    let generated = generated(&config(
        r#"<ComplexType Name="T"><Property Name="P" Type="Edm.GeographyPoint"/></ComplexType>"#,
    ));
    assert_eq!(
        findings(&generated, "features"),
        [
            "the generated code needs the feature `geo` of `odata-core`: write `features = [\"geo\"]` in Cargo.toml"
        ]
    );
}

#[test]
fn navigation_to_a_type_that_is_not_generated_is_a_nav_of_any_entity() {
    let config = config(
        r#"<EntityType Name="Order"><NavigationProperty Name="Buyer" Type="NS.Person"/><NavigationProperty Name="All" Type="Collection(NS.Person)"/>
<NavigationProperty Name="Lost" Type="NS.Missing"/><NavigationProperty Name="Any" Type="Edm.EntityType"/></EntityType><EntityType Name="Person"/>"#,
    );
    let fields = [
        "pub buyer: Nav<AnyEntity>,",
        "pub all: NavCollection<AnyEntity>,",
        "pub lost: Nav<AnyEntity>,",
        "pub any: Nav<AnyEntity>,",
    ];
    let config = config.include("NS.Order").nav(true);
    has(&generated(&config), &fields);
    let followed = config.navigation(Navigation::Follow);
    has(&generated(&followed), &["pub buyer: Nav<Person>,"]);
}
