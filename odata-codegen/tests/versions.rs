//! Versioned namespaces: each version as a type, or all versions of a type as one.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Generated, Versions};

const RACKS: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Thing" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Thing" Abstract="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
</Schema>
<Schema Namespace="Rack" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Rack" BaseType="Thing.Thing" Abstract="true"/>
</Schema>
<Schema Namespace="Rack.v1_10_0" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Rack" BaseType="Rack.v1_9_0.Rack">
    <Property Name="Doors" Type="Collection(Rack.v1_10_0.Door)" Nullable="false"/>
    <NavigationProperty Name="Neighbour" Type="Rack.Rack"/>
  </EntityType>
  <ComplexType Name="Door" BaseType="Rack.v1_9_0.Door"><Property Name="Locked" Type="Edm.Boolean"/></ComplexType>
  <EnumType Name="Form"><Member Name="Open"/><Member Name="Closed"/></EnumType>
</Schema>
<Schema Namespace="Rack.v1_9_0" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Rack" BaseType="Rack.Rack">
    <Property Name="Height" Type="Edm.Int64"/>
    <Property Name="Form" Type="Rack.v1_9_0.Form"/>
    <Property Name="Door" Type="Rack.v1_9_0.Door"/>
  </EntityType>
  <ComplexType Name="Door"><Property Name="Width" Type="Edm.Decimal"/></ComplexType>
  <EnumType Name="Form"><Member Name="Tall"/><Member Name="Open"/></EnumType>
</Schema>
<Schema Namespace="Fan.v1" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Fan"><Property Name="Rack" Type="Rack.v1_10_0.Door"/></ComplexType>
</Schema></edmx:DataServices></edmx:Edmx>"#;

fn racks(versions: Versions) -> Generated {
    Config::new()
        .metadata_text("racks.xml", RACKS)
        .versions(versions)
        .generate()
        .expect("the racks are a good model")
}

fn names(generated: &Generated) -> Vec<&str> {
    generated
        .types()
        .iter()
        .map(|ty| ty.qualified.as_str())
        .collect()
}

#[test]
fn each_version_is_a_type_by_default() {
    let generated = racks(Versions::All);
    let names = names(&generated);
    assert_eq!(names.len(), 9, "{names:?}");
    assert!(names.contains(&"Rack.v1_9_0.Rack") && names.contains(&"Rack.v1_10_0.Rack"));
    assert!(!generated.text().contains("any_version"));
}

#[test]
fn the_versions_of_a_type_are_one_type_with_all_properties() {
    let generated = racks(Versions::Latest);
    let expected = [
        "Thing.Thing",
        "Rack.Door",
        "Rack.Form",
        "Rack.Rack",
        "Fan.Fan",
    ];
    let mut names = names(&generated);
    names.sort_unstable();
    let mut sorted = expected;
    sorted.sort_unstable();
    assert_eq!(names, sorted);
    let text = generated.text();
    assert!(!text.contains("hierarchy"), "{text}");
    assert_eq!(text.matches("any_version").count(), 3, "{text}");
    for part in [
        "pub base: super::thing::Thing,",
        "pub height: Option<i64>,",
        "pub form: Option<Form>,",
        "pub door: Option<Door>,",
        "pub doors: Option<Vec<Door>>,",
        "pub neighbour: Option<Box<Rack>>,",
        "pub rack: Option<super::rack::Door>,",
        "the metadata has `v1_9_0` to `v1_10_0`",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    let order = ["pub width:", "pub locked:", "Tall,", "Open,", "Closed,"];
    let found: Vec<_> = order.map(|part| text.find(part)).into();
    assert!(
        found.is_sorted() && found.iter().all(Option::is_some),
        "{found:?}"
    );
}

#[test]
fn a_type_without_versions_has_no_any_version() {
    let text = racks(Versions::Latest).text().to_owned();
    let thing = text.split("pub struct Thing").next().expect("a start");
    let attribute = thing.rsplit("#[odata(").next().expect("an attribute");
    assert!(!attribute.contains("any_version"), "{attribute}");
}

const BAYS: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Bay.v1_0_0" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Door"><Property Name="Width" Type="Edm.Decimal"/></ComplexType>
  <EntityType Name="Shelf"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
</Schema>
<Schema Namespace="Bay.v1_1_0" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Door" BaseType="Bay.v1_0_0.Door"><Property Name="Locked" Type="Edm.Boolean"/></ComplexType>
  <EntityType Name="Shelf" BaseType="Bay.v1_0_0.Shelf">
    <Property Name="Left" Type="Bay.v1_1_0.Door"/>
    <Property Name="Others" Type="Collection(Bay.v1_1_0.Door)" Nullable="false"/>
    <NavigationProperty Name="Above" Type="Bay.v1_1_0.Shelf"/>
  </EntityType>
</Schema>
<Schema Namespace="Bay.v1_2_0" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Door" BaseType="Bay.v1_1_0.Door"><Property Name="Color" Type="Edm.String"/></ComplexType>
  <EntityType Name="Shelf" BaseType="Bay.v1_1_0.Shelf"/>
</Schema></edmx:DataServices></edmx:Edmx>"#;

#[test]
fn later_versions_of_a_type_have_the_hierarchy_of_the_first() {
    let generated = Config::new()
        .metadata_text("bays.xml", BAYS)
        .generate()
        .expect("the bays are a good model");
    let text = generated.text();
    for part in [
        "#[odata(declared_type = Door)]",
        "pub left: Option<super::v1_0_0::AnyDoor>,",
        "pub others: Option<Vec<super::v1_0_0::AnyDoor>>,",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(text.matches("hierarchy = Door").count(), 1, "{text}");
    // Nothing declares the type of related entities beside their hierarchy.
    assert!(text.contains("pub above: Option<AnyShelf>,"), "{text}");
}

#[test]
fn a_requested_hierarchy_of_a_later_version_is_generated() {
    let generated = Config::new()
        .metadata_text("bays.xml", BAYS)
        .hierarchy("Bay.v1_1_0.*")
        .generate()
        .expect("the bays are a good model");
    let text = generated.text();
    assert!(text.contains("pub left: Option<AnyDoor>,"), "{text}");
    assert!(!text.contains("declared_type"), "{text}");
}

#[test]
fn a_hierarchy_of_versions_has_the_methods_of_its_variants_on_request() {
    let text = |pattern| {
        let config = Config::new().metadata_text("bays.xml", BAYS);
        let generated = config.accessors(pattern).generate();
        generated
            .expect("the bays are a good model")
            .text()
            .to_owned()
    };
    // Two hierarchies: of doors and of shelves.
    assert_eq!(
        text("Bay.v1_0_0.Door").matches("accessors = false").count(),
        1
    );
    assert_eq!(text("Bay.*").matches("accessors = false").count(), 0);
}
