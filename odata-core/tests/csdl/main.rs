//! The model as a document, and its differences from the metadata of a service (CSDL 4.01). `odata-codegen/tests/written.rs` shows that
//! the generator reads what is written here.

#![cfg(all(feature = "csdl", feature = "derive"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod drift;
mod model;
mod spliced;

use odata_core::{
    DynamicProperties, Flags, ODataEnum, ODataResource, RawJson, Version,
    csdl::{Aspect, Metadata, Model},
    edm::{DateTimeOffset, Decimal},
};

#[derive(Debug, ODataResource)]
#[odata(namespace = "zoo", schema_alias = "z", abstract, open)]
struct Animal {
    #[odata(key, computed)]
    id: i64,
    name: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "zoo", schema_alias = "z", open)]
struct Bear {
    #[odata(base)]
    animal: Animal,
    weight: Decimal,
    fed: Option<DateTimeOffset>,
    habits: Flags<Habit>,
    friends: Vec<Option<String>>,
    #[odata(navigation)]
    cubs: Option<Vec<Bear>>,
    #[odata(navigation)]
    mother: Option<Box<Bear>>,
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "zoo.words", flags, underlying = "Edm.SByte")]
enum Habit {
    #[odata(value = 1)]
    Sleeps,
    #[odata(value = 2)]
    Growls,
}

fn zoo() -> Model {
    Model::new().with::<Bear>()
}

#[test]
fn a_model_is_written_as_xml() {
    assert_eq!(
        zoo().to_xml(Version::V401).unwrap(),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">
  <edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml">
    <edmx:Include Namespace="Org.OData.Core.V1"/>
  </edmx:Reference>
  <edmx:DataServices>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="zoo" Alias="z">
      <EntityType Name="animal" Abstract="true" OpenType="true">
        <Key>
          <PropertyRef Name="id"/>
        </Key>
        <Property Name="id" Type="Edm.Int64" Nullable="false">
          <Annotation Term="Org.OData.Core.V1.Computed"/>
        </Property>
        <Property Name="name" Type="Edm.String" Nullable="true"/>
      </EntityType>
      <EntityType Name="bear" BaseType="zoo.animal" OpenType="true">
        <Property Name="weight" Type="Edm.Decimal" Nullable="false" Scale="variable"/>
        <Property Name="fed" Type="Edm.DateTimeOffset" Nullable="true" Precision="12"/>
        <Property Name="habits" Type="zoo.words.habit" Nullable="false"/>
        <Property Name="friends" Type="Collection(Edm.String)" Nullable="true"/>
        <NavigationProperty Name="cubs" Type="Collection(zoo.bear)"/>
        <NavigationProperty Name="mother" Type="zoo.bear" Nullable="true"/>
      </EntityType>
    </Schema>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="zoo.words">
      <EnumType Name="habit" UnderlyingType="Edm.SByte" IsFlags="true">
        <Member Name="sleeps" Value="1"/>
        <Member Name="growls" Value="2"/>
      </EnumType>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"#
    );
}

#[test]
fn a_model_is_written_as_json() {
    assert_eq!(
        zoo().to_json().unwrap(),
        r#"{
  "$Version": "4.01",
  "$Reference": {
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.json": {
      "$Include": [{
        "$Namespace": "Org.OData.Core.V1"
      }]
    }
  },
  "zoo": {
    "$Alias": "z",
    "animal": {
      "$Kind": "EntityType",
      "$Abstract": true,
      "$OpenType": true,
      "$Key": ["id"],
      "id": {
        "$Type": "Edm.Int64",
        "@Org.OData.Core.V1.Computed": true
      },
      "name": {
        "$Nullable": true
      }
    },
    "bear": {
      "$Kind": "EntityType",
      "$BaseType": "zoo.animal",
      "$OpenType": true,
      "weight": {
        "$Type": "Edm.Decimal"
      },
      "fed": {
        "$Type": "Edm.DateTimeOffset",
        "$Nullable": true,
        "$Precision": 12
      },
      "habits": {
        "$Type": "zoo.words.habit"
      },
      "friends": {
        "$Collection": true,
        "$Nullable": true
      },
      "cubs": {
        "$Kind": "NavigationProperty",
        "$Type": "zoo.bear",
        "$Collection": true
      },
      "mother": {
        "$Kind": "NavigationProperty",
        "$Type": "zoo.bear",
        "$Nullable": true
      }
    }
  },
  "zoo.words": {
    "habit": {
      "$Kind": "EnumType",
      "$UnderlyingType": "Edm.SByte",
      "$IsFlags": true,
      "sleeps": 1,
      "growls": 2
    }
  }
}
"#
    );
}

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Sign {
    #[odata(edm = "zoo.words.text")]
    text: Option<RawJson>,
}

#[test]
fn undescribed_types_are_listed_unless_a_referenced_document_has_them() {
    let signs = Model::new().with::<Sign>();
    assert_eq!(signs.undescribed(), ["zoo.words.text"]);
    let signs = signs.with_reference("https://zoo.example/words", "zoo.words");
    assert!(signs.undescribed().is_empty());
    let json = signs.to_json().unwrap();
    assert!(json.contains(r#""$Namespace": "zoo.words""#), "{json}");
}

#[derive(ODataResource)]
#[odata(namespace = "zoo.food", schema_alias = "z")]
struct Berry {
    ripe: Option<bool>,
}

/// An alias is declared for one namespace only (CSDL 4.01 §5.2).
#[test]
fn an_alias_is_written_for_one_namespace_only() {
    let xml = zoo().with::<Berry>().to_xml(Version::V4).unwrap();
    assert!(
        xml.contains(r#"Namespace="zoo" Alias="z""#) && xml.contains(r#"Namespace="zoo.food">"#)
    );
}

/// Metadata of the zoo's service, which has aliases, a type definition and defaults, and differs from the Rust types in most aspects.
const SERVICE: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="words.xml"><edmx:Include Namespace="zoo.words" Alias="w"/></edmx:Reference>
<edmx:DataServices><Schema Namespace="zoo" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <TypeDefinition Name="mass" UnderlyingType="Edm.Decimal"/>
  <EntityType Name="animal">
    <Key><PropertyRef Name="id"/><PropertyRef Name="zoo"/></Key>
    <Property Name="id" Type="Edm.Guid" Nullable="false"/>
    <Property Name="name" Type="Edm.String" Nullable="false"/>
    <Property Name="zoo" Type="Edm.String" Nullable="false"/>
  </EntityType>
  <EntityType Name="bear" BaseType="self.mammal">
    <Property Name="weight" Type="self.mass"/>
    <Property Name="habits" Type="Collection(w.habit)"/>
    <Property Name="friends" Type="Collection(Edm.String)"/>
    <Property Name="mother" Type="self.bear"/>
  </EntityType>
  <EntityType Name="mammal" BaseType="self.animal">
    <Property Name="fed" Type="Edm.DateTimeOffset"/>
  </EntityType>
  <Action Name="feed"/>
</Schema>
<Schema Namespace="zoo.words" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EnumType Name="habit"><Member Name="growls"/><Member Name="sleeps"/><Member Name="swims"/></EnumType>
</Schema></edmx:DataServices></edmx:Edmx>"#;

#[test]
fn every_difference_is_reported() {
    let service = Metadata::from_xml(SERVICE).unwrap();
    let found: Vec<_> = zoo()
        .compare(&service)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "zoo.animal: abstract is true here, false in the metadata",
            "zoo.animal: open is true here, false in the metadata",
            "zoo.animal: key is id here, id, zoo in the metadata",
            "zoo.animal/id: type is Edm.Int64 here, Edm.Guid in the metadata",
            "zoo.animal/name: nullable is true here, false in the metadata",
            "zoo.animal/zoo: only in the metadata",
            "zoo.bear: base type is zoo.animal here, zoo.mammal in the metadata",
            "zoo.bear: open is true here, false in the metadata",
            "zoo.bear/weight: nullable is false here, true in the metadata",
            "zoo.bear/habits: type is zoo.words.habit here, Collection(zoo.words.habit) in the metadata",
            "zoo.bear/cubs: not in the metadata",
            "zoo.bear/mother: navigation is true here, false in the metadata",
            "zoo.words.habit: underlying type is Edm.SByte here, Edm.Int32 in the metadata",
            "zoo.words.habit: flags is true here, false in the metadata",
            "zoo.words.habit/growls: value is 2 here, 0 in the metadata",
            "zoo.words.habit/swims: only in the metadata",
        ]
    );
}

#[test]
fn a_missing_type_and_a_type_of_another_kind_are_reported() {
    let service = Metadata::from_json(
        r#"{"$Version": "4.01", "zoo": {"animal": {"$Kind": "ComplexType", "$Abstract": true, "$OpenType": true,
            "id": {"$Type": "Edm.Int64"}, "name": {"$Nullable": true}}},
            "zoo.words": {"habit": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String"}}}"#,
    )
    .unwrap();
    let found: Vec<_> = zoo()
        .compare(&service)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "zoo.animal: kind is an entity type here, a complex type in the metadata",
            "zoo.animal: key is id here, none in the metadata",
            "zoo.bear: not in the metadata",
            "zoo.words.habit: kind is an enumeration here, a type definition in the metadata",
        ]
    );
}

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Cage {
    tenant: Option<RawJson>,
    bars: Option<RawJson>,
}

#[test]
fn a_field_of_any_type_has_no_differences() {
    let service = Metadata::from_json(
        r#"{"$Version": "4.01", "zoo": {"cage": {"$Kind": "ComplexType",
            "tenant": {"$Type": "zoo.bear"}, "bars": {"$Type": "Edm.Byte", "$Collection": true}}}}"#,
    )
    .unwrap();
    assert_eq!(Model::new().with::<Cage>().compare(&service), []);
}

#[test]
fn invalid_metadata_is_an_error_with_its_line() {
    let message = |result: Result<Metadata, odata_core::csdl::InvalidMetadata>| {
        result.unwrap_err().to_string()
    };
    assert_eq!(
        message(Metadata::from_json("{}")),
        r#"line 1: missing or unsupported CSDL version: write `"$Version": "4.01"`"#
    );
    assert!(message(Metadata::from_json("{\n oops}")).starts_with("line 2: "));
    assert_eq!(
        message(Metadata::from_json(
            "{\"$Version\":\"4.01\",\n\"zoo\":{\"bear\":{\"$Kind\":\"EntityType\",\n\"id\":{\"$Nullable\":\"no\"}}}}"
        )),
        "line 3: invalid `$Nullable` value: write `true` or `false`"
    );
    assert!(message(Metadata::from_xml("<html/>")).contains("CSDL XML is `Edmx` in the namespace"));
    assert_eq!(
        message(Metadata::from_xml(&SERVICE.replace(" Name=\"mass\"", ""))),
        "line 4: missing attribute `Name` on `TypeDefinition`"
    );
    assert_eq!(
        message(Metadata::from_xml(
            &SERVICE.replace("Nullable=\"false\"", "Nullable=\"no\"")
        )),
        "line 7: invalid `Nullable` value `no`: write `true` or `false`"
    );
}

#[test]
fn cycles_and_deep_nesting_are_harmless() {
    let service = Metadata::from_json(
        r#"{"$Version": "4.01", "zoo": {"animal": {"$Kind": "EntityType", "$BaseType": "zoo.bear"},
            "bear": {"$Kind": "EntityType", "$BaseType": "zoo.animal"}}}"#,
    )
    .unwrap();
    let found = zoo().compare(&service);
    assert!(found.iter().any(|it| it.aspect() == Aspect::Base));
    assert!(Metadata::from_json(&"[".repeat(100_000)).is_err());
    assert!(Metadata::from_xml(&"<a>".repeat(100_000)).is_err());
}

#[derive(Debug, ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Bear(Bear),
}

#[test]
fn a_model_may_begin_with_a_hierarchy() {
    let model = Model::new().with::<AnyAnimal>();
    let xml = model.to_xml(Version::V401).unwrap();
    for name in ["animal", "bear"] {
        assert!(xml.contains(&format!(r#"Type Name="{name}""#)), "{xml}");
    }
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "zoo")]
struct Cave {
    #[odata(key)]
    id: i32,
    #[odata(navigation, derived_types(Bear))]
    inhabitants: Option<Vec<AnyAnimal>>,
}

#[test]
fn derived_types_are_a_constraint_in_both_formats() {
    let model = Model::new().with::<Cave>();
    let xml = model.to_xml(Version::V4).unwrap();
    assert!(
        xml.contains(
            r#"        <NavigationProperty Name="inhabitants" Type="Collection(zoo.animal)">
          <Annotation Term="Org.OData.Validation.V1.DerivedTypeConstraint">
            <Collection>
              <String>zoo.bear</String>
            </Collection>
          </Annotation>
        </NavigationProperty>"#
        ) && xml.contains("vocabularies/Org.OData.Validation.V1.xml\""),
        "{xml}"
    );
    let json = model.to_json().unwrap();
    assert!(
        json.contains(r#""@Org.OData.Validation.V1.DerivedTypeConstraint": ["zoo.bear"]"#),
        "{json}"
    );
}

crate::round_trip::round_trips! {
    types: [Bear, Cave, Sign, Berry, Cage],
    hierarchies: [AnyAnimal { Bear }],
    enumerations: [Habit],
}
