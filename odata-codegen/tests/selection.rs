//! What patterns, navigation, overrides and exclusions select, and what takes the place of what is left out.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Generated, Navigation, Nulls, Override};

const SHOP: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" Alias="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="party" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/></EntityType>
  <EntityType Name="person" BaseType="s.party"><Property Name="givenName" Type="Edm.String"/></EntityType>
  <EntityType Name="company" BaseType="s.party"/>
  <EntityType Name="order" BaseType="s.party">
    <Property Name="lines" Type="Collection(s.line)"/>
    <Property Name="payment" Type="s.payment"/>
    <NavigationProperty Name="buyer" Type="s.party"/>
    <NavigationProperty Name="shipments" Type="Collection(s.shipment)"/>
  </EntityType>
  <EntityType Name="shipment" BaseType="s.party"/>
  <ComplexType Name="line"><Property Name="count" Type="Edm.Int32" Nullable="false"/><Property Name="extra" Type="s.json"/></ComplexType>
  <ComplexType Name="json"/>
  <ComplexType Name="payment" Abstract="true"/>
  <ComplexType Name="card" BaseType="s.payment"><Property Name="brand" Type="s.brand"/></ComplexType>
  <ComplexType Name="cash" BaseType="s.payment"/>
  <EnumType Name="brand"><Member Name="oak"/><Member Name="elm"/></EnumType>
  <Action Name="pay" IsBound="true"><Parameter Name="order" Type="s.order"/><Parameter Name="with" Type="s.payment"/></Action>
</Schema></edmx:DataServices></edmx:Edmx>"#;

fn shop() -> Config {
    Config::new().metadata_text("shop.xml", SHOP)
}

fn generated(config: &Config) -> Generated {
    config.generate().expect("the shop is a good model")
}

fn selected(config: &Config) -> Vec<String> {
    generated(config)
        .types()
        .iter()
        .map(|ty| ty.qualified.trim_start_matches("shop.").to_owned())
        .collect()
}

#[track_caller]
fn says(config: &Config, text: &str) {
    let generated = generated(config);
    assert!(
        generated.text().contains(text),
        "no `{text}` in\n{}",
        generated.text()
    );
}

#[test]
fn a_selected_type_includes_its_bases_and_the_types_of_its_properties() {
    let config = shop().include("shop.order");
    assert_eq!(
        selected(&config),
        [
            "party", "order", "line", "json", "payment", "card", "cash", "brand"
        ]
    );
    says(&config, "pub payment: Option<AnyPayment>,");
}

#[test]
fn a_navigation_target_outside_the_selection_is_a_dynamic_resource() {
    let config = shop().include("shop.order");
    says(
        &config,
        "#[odata(navigation, edm = \"shop.shipment\")]\n        pub shipments: Option<Vec<DynamicResource>>,",
    );
}

#[test]
fn a_navigation_target_that_happens_to_be_selected_is_typed() {
    // Of the types derived from `party` only `order` is selected; the others are unknown to the hierarchy and go to `other`.
    let config = shop().include("shop.order");
    says(&config, "pub buyer: Option<AnyParty>,");
    let text = generated(&config).text().to_owned();
    let known = text
        .split("];")
        .next()
        .expect("there is a list of known types");
    assert!(
        known.contains("shop.order") && !known.contains("shop.person"),
        "{known}"
    );
}

#[test]
fn navigation_can_be_followed() {
    let config = shop().include("shop.order").navigation(Navigation::Follow);
    assert_eq!(selected(&config).len(), 11);
    says(&config, "pub shipments: Option<Vec<Shipment>>,");
}

#[test]
fn navigation_can_be_skipped() {
    let text = generated(&shop().include("shop.order").navigation(Navigation::Skip))
        .text()
        .to_owned();
    assert!(!text.contains("shipments"), "{text}");
}

#[test]
fn a_base_selected_by_name_includes_its_derived_types_and_one_by_pattern_does_not() {
    assert_eq!(
        selected(&shop().include("shop.payment")),
        ["payment", "card", "cash", "brand"]
    );
    assert_eq!(selected(&shop().include("shop.paymen?")), ["payment"]);
    assert_eq!(
        selected(&shop().include("shop.paymen?").hierarchy("shop.*")),
        ["payment", "card", "cash", "brand"]
    );
}

#[test]
fn an_excluded_type_is_replaced_by_a_dynamic_value() {
    let config = shop()
        .include("shop.order")
        .exclude("shop.payment")
        .exclude("shop.c*");
    assert_eq!(selected(&config), ["party", "order", "line", "json"]);
    says(
        &config,
        "#[odata(edm = \"shop.payment\")]\n        pub payment: Option<DynamicResource>,",
    );
}

#[test]
fn types_and_properties_can_be_replaced() {
    let config = shop()
        .include("shop.line")
        .override_type("shop.json", Override::Untyped);
    says(
        &config,
        "#[odata(edm = \"shop.json\")]\n        pub extra: Option<RawJson>,",
    );
    let config = shop()
        .include("shop.line")
        .override_type("shop.line/extra", Override::Rust("crate::Extra".into()));
    says(&config, "pub extra: Option<crate::Extra>,");
    let text = generated(
        &shop()
            .include("shop.line")
            .override_type("shop.line/extra", Override::Skip),
    )
    .text()
    .to_owned();
    assert!(!text.contains("extra"), "{text}");
}

#[test]
fn nulls_keep_distinguishes_null_from_absent() {
    let config = shop().include("shop.order").nulls(Nulls::Keep);
    says(&config, "pub payment: Option<Option<AnyPayment>>,");
    says(
        &config,
        "#[odata(nullable = false)]\n        pub count: Option<i32>,",
    );
}

#[test]
fn items_without_nullable_in_the_metadata_may_be_null_on_request() {
    says(
        &shop().include("shop.order"),
        "pub lines: Option<Vec<Line>>,",
    );
    says(
        &shop().include("shop.order").nullable_items(true),
        "pub lines: Option<Vec<Option<Line>>>,",
    );
}

#[test]
fn null_collections_are_tolerated_on_request_in_types_but_not_in_parameters() {
    let config = shop().include("shop.order").actions(true);
    assert!(
        !generated(&config.clone())
            .text()
            .contains("null_collection")
    );
    let config = config.null_collections(true);
    says(
        &config,
        "#[odata(null_collection)]\n        pub lines: Option<Vec<Line>>,",
    );
    says(
        &config,
        "#[odata(navigation, null_collection, edm = \"shop.shipment\")]\n        pub shipments: Option<Vec<DynamicResource>>,",
    );
    says(&config, "\n        pub payment: Option<AnyPayment>,");
    let nav = config.nav(true).navigation(Navigation::Follow);
    says(
        &nav,
        "#[odata(null_collection)]\n        pub shipments: NavCollection<Shipment>,",
    );
    let codes = r#"<Action Name="restock"><Parameter Name="codes" Type="Collection(Edm.String)"/></Action>"#;
    let metadata = SHOP.replacen("<Action", &format!("{codes}<Action"), 1);
    let config = Config::new()
        .metadata_text("shop.xml", metadata)
        .include("shop.restock")
        .actions(true)
        .null_collections(true);
    assert!(!generated(&config).text().contains("null_collection"));
}

#[test]
fn the_body_of_an_action_is_a_struct_of_its_parameters() {
    let config = shop().include("shop.pay").actions(true);
    assert_eq!(
        selected(&config),
        ["payment", "card", "cash", "brand", "pay"]
    );
    says(&config, "pub struct PayParameters {");
    says(&config, "pub with: Option<AnyPayment>,");
}

#[test]
fn required_parameters_are_distinguished_from_optional_ones() {
    let action = r#"<Action Name="restock"><Parameter Name="count" Type="Edm.Int32" Nullable="false"/>
        <Parameter Name="shelf" Type="Edm.Int32" Nullable="false"><Annotation Term="Org.OData.Core.V1.OptionalParameter"/></Parameter>
        <Parameter Name="codes" Type="Collection(Edm.String)" Nullable="false"/>
        <Parameter Name="notes" Type="Collection(Edm.String)" Nullable="false"><Annotation Term="Org.OData.Core.V1.OptionalParameter"/></Parameter></Action>"#;
    let metadata = SHOP.replacen("<Action", &format!("{action}<Action"), 1);
    let config = Config::new()
        .metadata_text("shop.xml", metadata)
        .include("shop.restock")
        .actions(true);
    says(&config, "pub codes: Vec<String>,");
    says(&config, "pub notes: Option<Vec<String>>,");
    let text = generated(&config).text().to_owned();
    assert_eq!(text.matches("nullable = false").count(), 2, "{text}");
    // It may be absent, but not null.
    assert_eq!(
        text.matches("nullable = false, default").count(),
        1,
        "{text}"
    );
}

/// Dataverse declares lookups like this, and sends null for one without a value.
#[test]
fn navigation_with_a_nullable_constraint_is_nullable() {
    let config = Config::new()
        .metadata_text(
            "crm.xml",
            r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
              <Schema Namespace="crm" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                <EntityType Name="account"><Key><PropertyRef Name="id"/></Key>
                  <Property Name="id" Type="Edm.Guid"/>
                  <Property Name="_contact_value" Type="Edm.Guid"/>
                  <Property Name="ownerId" Type="Edm.Guid" Nullable="false"/>
                  <NavigationProperty Name="contact" Type="crm.account" Nullable="false">
                    <ReferentialConstraint Property="_contact_value" ReferencedProperty="id"/>
                  </NavigationProperty>
                  <NavigationProperty Name="owner" Type="crm.account" Nullable="false">
                    <ReferentialConstraint Property="ownerId" ReferencedProperty="id"/>
                  </NavigationProperty>
                  <NavigationProperty Name="parent" Type="crm.account" Nullable="false"/>
                  <NavigationProperty Name="root" Type="crm.account" Nullable="false">
                    <ReferentialConstraint Property="id" ReferencedProperty="id"/>
                  </NavigationProperty>
                </EntityType></Schema></edmx:DataServices></edmx:Edmx>"#,
        )
        .include("crm.account")
        .nav(true);
    let text = generated(&config).text().to_owned();
    // A key is never null, with or without `Nullable`.
    for (name, is_nullable) in [
        ("contact", true),
        ("owner", false),
        ("parent", false),
        ("root", false),
    ] {
        let field = format!("pub {name}: Nav<Account>,");
        assert!(text.contains(&field), "{text}");
        let never_null = format!("#[odata(nullable = false)]\n        {field}");
        assert_eq!(text.contains(&never_null), !is_nullable, "{name}: {text}");
    }
}

#[test]
fn a_pattern_without_a_match_is_a_warning_and_a_run_without_a_type_is_an_error() {
    let found = generated(&shop().include("shop.line").include("shop.lyne"))
        .diagnostics()
        .to_vec();
    assert!(
        found
            .iter()
            .any(|found| found.to_string() == "warning[selection]: `shop.lyne` matches nothing"),
        "{found:?}"
    );
    let error = shop()
        .include("shop.lyne")
        .generate()
        .expect_err("nothing is selected");
    assert_eq!(
        error.to_string(),
        "error[selection]: no type is selected: `odata-codegen --list` without `--include` lists all types"
    );
}

#[test]
fn a_pattern_with_an_alias_or_in_another_letter_case_is_answered_with_the_name() {
    for (pattern, advice) in [
        ("s.line", "`s` is an alias, write `shop.line`"),
        ("s.lin*", "`s` is an alias, write `shop.lin*`"),
        ("shop.Line", "did you mean `shop.line`?"),
        ("Shop.li_ne", "did you mean `shop.line`?"),
    ] {
        let found = generated(&shop().include("shop.line").include(pattern));
        let message = format!("`{pattern}` matches nothing: {advice}");
        let mut found = found.diagnostics().iter();
        assert!(found.any(|found| found.message == message), "{message}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let config = shop().actions(true).navigation(Navigation::Follow);
    assert!(generated(&config).text() == generated(&config).text());
}

#[test]
fn a_derived_type_constraint_lists_the_generated_types() {
    let listed = |names: &str, collection: &str| {
        let property = format!(
            r#"<NavigationProperty Name="buyer" Type="{collection}"><Annotation Term="Org.OData.Validation.V1.DerivedTypeConstraint"><Collection>{names}</Collection></Annotation></NavigationProperty>"#
        );
        let text = SHOP.replace(
            r#"<NavigationProperty Name="buyer" Type="s.party"/>"#,
            &property,
        );
        assert_ne!(text, SHOP);
        Config::new()
            .metadata_text("shop.xml", text)
            .include("shop.order")
            .navigation(Navigation::Follow)
            .hierarchy("shop.party")
    };
    let both = "<String>shop.person</String><String>s.company</String>";
    for collection in ["s.party", "Collection(s.party)"] {
        let config = listed(both, collection);
        says(&config, "derived_types(Person, Company)");
        let found = generated(&config);
        let mut found = found.diagnostics().iter();
        assert!(found.all(|it| !it.message.contains("DerivedTypeConstraint")));
        // A type that is unknown, or does not derive from the declared one, has no values there.
        let config = listed(
            "<String>shop.unknown</String><String>shop.line</String><String>s.person</String>",
            collection,
        );
        says(&config, "derived_types(Person)");
        // A field of a single type has no other values.
        let config = listed(both, "shop.shipment");
        assert!(!generated(&config).text().contains("derived_types"));
    }
}
