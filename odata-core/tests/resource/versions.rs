//! `any_version` wherever a value may be: in collections, navigation properties, generic types, patches and CSDL.

use odata_core::{
    Annotations, Collection, Delta, DynamicProperties, DynamicResource, Nav, NavCollection,
    ODataResource, Patchable, json, links,
};
use serde::{Serialize, de::DeserializeOwned};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "Rack",
    name = "Rack",
    rename_all = "PascalCase",
    any_version,
    patch
)]
struct Rack {
    #[odata(key)]
    id: String,
    height: Option<i32>,
    door: Option<Door>,
    doors: Option<Vec<Door>>,
    next: Nav<Rack>,
    all: NavCollection<Rack>,
    #[odata(navigation)]
    plain: Option<Vec<Rack>>,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "Rack",
    name = "Door",
    rename_all = "PascalCase",
    any_version,
    patch
)]
struct Door {
    locked: Option<bool>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "Part", name = "Part", abstract)]
struct Part {
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "Part",
    name = "Lock",
    rename_all = "PascalCase",
    any_version
)]
struct Lock {
    #[odata(base)]
    base: Part,
    locked: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Part)]
enum AnyPart {
    Lock(Box<Lock>),
    #[odata(other)]
    Other(DynamicResource),
}

/// A generic type of any version, with a value of another.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "Shelf",
    name = "Shelf",
    rename_all = "PascalCase",
    any_version
)]
struct Shelf<T> {
    content: Option<T>,
    #[odata(annotations)]
    annotations: Annotations,
}

#[track_caller]
fn round_trip<T: DeserializeOwned + Serialize + odata_core::Validate>(text: &str) -> T {
    let value: T = json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(json::to_string(&value).ok().as_deref(), Some(text));
    value
}

#[test]
fn items_of_collections_have_versions_of_their_own() {
    let racks: Collection<Rack> = round_trip(
        r##"{"value":[{"@odata.type":"#Rack.v1_0_0.Rack","Id":"a"},{"Id":"b"},{"@odata.type":"#Rack.v9_1_0.Rack","Id":"c"}]}"##,
    );
    assert_eq!(racks.value.len(), 3);
    round_trip::<Delta<Rack>>(
        r##"{"@odata.context":"$metadata#Racks/$delta","value":[{"@odata.type":"#Rack.v1_0_0.Rack","Id":"a"}]}"##,
    );
    let rack: Rack = round_trip(
        r##"{"Id":"a","Doors":[{"@odata.type":"#Rack.v1_0_0.Door","Locked":true},{"Locked":false},{"@odata.type":"#Rack.v1_5_0.Door","New":1}]}"##,
    );
    assert_eq!(rack.doors.map(|doors| doors.len()), Some(3));
}

#[test]
fn a_collection_may_name_a_version_for_all_its_items() {
    round_trip::<Rack>(
        r##"{"Id":"a","Doors@odata.type":"#Collection(Rack.v1_0_0.Door)","Doors":[{"Locked":true}]}"##,
    );
}

#[test]
fn related_entities_have_versions_of_their_own() {
    let rack: Rack = round_trip(
        r##"{"@odata.type":"#Rack.v1_0_0.Rack","Id":"a","Next":{"@odata.type":"#Rack.v1_2_0.Rack","Id":"b"},"All":[{"@odata.type":"#Rack.v1_3_0.Rack","Id":"c"},{"@odata.id":"Racks('d')"}],"Plain":[{"@odata.type":"#Rack.v1_4_0.Rack","Id":"e"}]}"##,
    );
    let next = rack.next.entity().map(|rack| rack.id.as_str());
    assert_eq!(next, Some("b"));
    assert_eq!(rack.all.entities().count(), 1);
    assert_eq!(links::key_predicate(&rack).ok().as_deref(), Some("('a')"));
}

#[test]
fn a_context_url_may_name_a_version() -> Result<(), odata_core::Error> {
    let text = |ty: &str| format!(r#"{{"@odata.context":"$metadata#Parts/{ty}","Locked":true}}"#);
    let part: AnyPart = json::from_str(&text("Part.v1_2_0.Lock/$entity"))?;
    assert_eq!(part.as_lock().and_then(|lock| lock.locked), Some(true));
    let part: AnyPart = json::from_str(&text("Part.v1_2_0.Hinge/$entity"))?;
    assert!(part.as_lock().is_none());
    Ok(())
}

#[test]
fn a_generic_type_has_versions_and_its_argument_too() {
    let shelf: Shelf<Door> = round_trip(
        r##"{"@odata.type":"#Shelf.v1_0_0.Shelf","Content":{"@odata.type":"#Rack.v1_7_0.Door","Locked":true}}"##,
    );
    assert_eq!(shelf.content.and_then(|door| door.locked), Some(true));
    assert!(json::from_str::<Shelf<Door>>(r##"{"@odata.type":"#Rack.v1_0_0.Door"}"##).is_err());
}

#[test]
fn a_patch_has_only_what_changes_whatever_the_version() -> Result<(), odata_core::Error> {
    let old: Rack = json::from_str(
        r##"{"@odata.type":"#Rack.v1_0_0.Rack","Id":"a","Height":1,"Door":{"@odata.type":"#Rack.v1_0_0.Door","Locked":true}}"##,
    )?;
    let mut new: Rack = json::from_str(
        r##"{"@odata.type":"#Rack.v1_2_0.Rack","Id":"a","Height":2,"Door":{"@odata.type":"#Rack.v1_1_0.Door","Locked":false}}"##,
    )?;
    let patch = Rack::diff(&old, &new);
    assert_eq!(
        json::to_string(&patch)?,
        r#"{"Height":2,"Door":{"Locked":false}}"#
    );

    // A body may have the tag of any version.
    let patch = json::from_str(r##"{"@odata.type":"#Rack.v3_0_0.Rack","Height":5}"##)?;
    new.apply(patch)?;
    assert_eq!(new.height, Some(5));
    assert_eq!(
        new.annotations.get::<&str>("@odata.type")?,
        Some("#Rack.v1_2_0.Rack")
    );
    Ok(())
}

crate::round_trip::round_trips! {
    types: [Rack, Door, Lock, Shelf<Lock>],
    hierarchies: [AnyPart { Lock }],
    enumerations: [],
}
