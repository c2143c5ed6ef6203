//! What a run adds to the types: derives, attributes, patch types, `Nav` fields, and the notes about them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Generated, Navigation};

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
