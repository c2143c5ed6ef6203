//! CSDL JSON says what CSDL XML says.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Severity};

const XML: &str = r#"<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="https://vocabularies.example/core"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>
<edmx:DataServices><Schema Namespace="shop" Alias="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <TypeDefinition Name="weight" UnderlyingType="Edm.Decimal" Precision="6" Scale="2"/>
  <EntityType Name="item" OpenType="true">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Int64" Nullable="false"><Annotation Term="Core.Computed"/></Property>
    <Property Name="name" Type="Edm.String" Nullable="false" MaxLength="40"><Annotation Term="Core.Description" String="What it is called"/></Property>
    <Property Name="weight" Type="s.weight" Nullable="true"/>
    <Property Name="colours" Type="Collection(s.colour)" Nullable="false"/>
    <NavigationProperty Name="parts" Type="Collection(s.item)" Nullable="false" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="gift" BaseType="s.item" OpenType="true"/>
  <EnumType Name="colour" UnderlyingType="Edm.Byte" IsFlags="true">
    <Member Name="red" Value="1"><Annotation Term="Core.Description" String="Like a rose"/></Member><Member Name="blue" Value="2"/>
  </EnumType>
  <Action Name="wrap" IsBound="true"><Parameter Name="it" Type="s.item" Nullable="false"/><Parameter Name="paper" Type="Edm.String" Nullable="true"/></Action>
  <EntityContainer Name="all"><EntitySet Name="items" EntityType="s.item"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"#;

const JSON: &str = r#"{
  "$Version": "4.01",
  "$Reference": {"https://vocabularies.example/core": {"$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
  "$EntityContainer": "shop.all",
  "shop": {
    "$Alias": "s",
    "weight": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Decimal", "$Precision": 6, "$Scale": 2},
    "item": {
      "$Kind": "EntityType", "$OpenType": true, "$Key": ["id"],
      "id": {"$Type": "Edm.Int64", "@Core.Computed": true},
      "name": {"$MaxLength": 40, "@Core.Description": "What it is called"},
      "weight": {"$Type": "s.weight", "$Nullable": true},
      "colours": {"$Type": "s.colour", "$Collection": true},
      "parts": {"$Kind": "NavigationProperty", "$Type": "s.item", "$Collection": true, "$ContainsTarget": true}
    },
    "gift": {"$Kind": "EntityType", "$BaseType": "s.item", "$OpenType": true},
    "colour": {"$Kind": "EnumType", "$UnderlyingType": "Edm.Byte", "$IsFlags": true, "red": 1, "red@Core.Description": "Like a rose", "blue": 2},
    "wrap": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "s.item"}, {"$Name": "paper", "$Nullable": true}]}],
    "all": {"$Kind": "EntityContainer", "items": {"$Collection": true, "$Type": "s.item"}}
  }
}"#;

#[test]
fn xml_and_json_generate_the_same_code() {
    let rust = |name: &str, text: &str| {
        let config = Config::new()
            .metadata_text(name, text)
            .actions(true)
            .strict_model(true);
        config
            .generate()
            .expect("the shop is a good model")
            .text()
            .to_owned()
    };
    let (xml, json) = (rust("shop.xml", XML), rust("shop.json", JSON));
    assert!(xml == json, "XML:\n{xml}\nJSON:\n{json}");
}

#[test]
fn a_position_in_json_is_a_line_and_a_column() {
    let text = "{\"$Version\": \"4.01\",\n \"NS\": {\n  \"T\": {\"$Kind\": \"ComplexType\", \"X\": {\"$Type\": \"NS.Missing\"}}}}";
    let found = Config::new()
        .metadata_text("m.json", text)
        .check()
        .expect("an unknown type is a warning");
    assert!(
        found.iter().any(|found| found
            .to_string()
            .starts_with("m.json:3:48: warning[type-unknown]: ")),
        "{found:?}"
    );
}

#[test]
fn other_json_is_an_error_with_its_position() {
    for (name, text, place) in [
        (
            "m.json",
            "{\"$Version\": \"4.01\",\n  oops}",
            "m.json:2:3: error[json]: ",
        ),
        ("m.json", "{\"NS\": {}}", "m.json:1:1: error[json]: "),
        ("m.xml", "<edmx:Edmx\n  Version='4.0'>", "m.xml:"),
        ("m.xml", "<html/>", "m.xml:1:1: error[xml]: "),
        (
            "m.xml",
            "<Edmx Version='1.0' xmlns='http://schemas.microsoft.com/ado/2007/06/edmx'/>",
            "m.xml:1:1: error[xml]: this is metadata of OData 2 or 3",
        ),
        (
            "m.xml",
            "<Edmx Version='5.0' xmlns='http://docs.oasis-open.org/odata/ns/edmx'/>",
            "m.xml:1:16: error[version]: ",
        ),
    ] {
        let error = Config::new()
            .metadata_text(name, text)
            .check()
            .expect_err("this is no CSDL");
        let found = error
            .diagnostics()
            .iter()
            .find(|found| found.severity == Severity::Error)
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(found.starts_with(place), "{found}");
    }
}

#[test]
fn deep_nesting_is_an_error_and_does_not_overflow_the_stack() {
    let text = format!(
        "{{\"$Version\": \"4.01\", \"NS\": {}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(Config::new().metadata_text("m.json", text).check().is_err());
    let text = format!(
        "<Schema Namespace='NS' xmlns='http://docs.oasis-open.org/odata/ns/edm'>{}{}</Schema>",
        "<a>".repeat(100_000),
        "</a>".repeat(100_000)
    );
    let _ = Config::new().metadata_text("m.xml", text).check();
}

#[test]
fn unknown_attributes_and_elements_are_reported() {
    let text = r#"<Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="T" Colour="red"><Method/></ComplexType></Schema>"#;
    let found = Config::new()
        .metadata_text("m.xml", text)
        .check()
        .expect("these are warnings");
    let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["unknown-attribute", "unknown-element"]);
}

#[test]
fn a_limit_that_cannot_become_a_rule_is_reported() {
    let text = r#"<Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="T">
<Property Name="at" Type="Edm.DateTimeOffset" Precision="3"/>
<Property Name="code" Type="Edm.String"><Annotation Term="Org.OData.Validation.V1.Pattern" String="^a+$"/></Property></ComplexType></Schema>"#;
    let generated = Config::new()
        .metadata_text("m.xml", text)
        .generate()
        .expect("the model is good");
    let said: Vec<_> = generated
        .diagnostics()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "note[unsupported]: no validation rule is generated for Precision of a time (1 property), Validation.Pattern (1 property)"
        ]
    );
}
