//! Types generated for a service with versioned namespaces.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use from_metadata::{
    fan::v1_0_0::{Fan, Features},
    rack::{AnyRack, Rack as AbstractRack, v1_0_0, v1_1_0},
};
use odata_core::{Error, ErrorKind, ODataResource, json};

fn read(body: &str) -> Result<AnyRack, Error> {
    json::from_str(body)
}

#[test]
fn the_tag_determines_the_version() {
    let older =
        read(r##"{"@odata.type":"#Rack.v1_0_0.Rack","Id":"1","SKU":"x"}"##).expect("a rack");
    assert!(matches!(&older, AnyRack::V1_0_0Rack(rack) if rack.sku.as_deref() == Some("x")));
    let newer =
        read(r##"{"@odata.type":"#Rack.v1_1_0.Rack","Id":"1","MainDoor":{"IsOpen":true}}"##)
            .expect("a rack");
    assert!(matches!(&newer, AnyRack::V1_1_0Rack(rack) if rack.main_door.is_some()));
}

#[test]
fn a_version_newer_than_the_metadata_is_preserved() {
    let body = r##"{"@odata.type":"#Rack.v1_9_0.Rack","Id":"1","Wheels":4}"##;
    let rack = read(body).expect("a rack of an unknown version");
    assert!(matches!(rack, AnyRack::Other(_)));
    assert_eq!(
        json::to_string(&rack).expect("a value that can be written"),
        body
    );
}

#[test]
fn a_type_that_derives_from_another_base_is_an_error() {
    let error =
        read(r##"{"@odata.type":"#Fan.v1_0_0.Fan","Id":"1"}"##).expect_err("a fan is not a rack");
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::NotDerived, "/@odata.type")
    );
}

#[test]
fn a_value_of_an_undefined_type_is_preserved() {
    let body =
        r##"{"@odata.type":"#Rack.v1_0_0.Rack","Lock":{"@odata.id":"x","Keys":[1.50,null]}}"##;
    assert_eq!(
        json::to_string(&read(body).expect("a rack")).expect("a value that can be written"),
        body
    );
}

#[test]
fn json_has_the_names_of_the_service() {
    let rack = v1_0_0::Rack {
        self_: Some("a".into()),
        r#type: Some(v1_0_0::RackType::Other),
        asset_tag: Some("b".into()),
        asset_tag_property: Some("c".into()),
        ..v1_0_0::Rack::default()
    };
    assert_eq!(
        json::to_string(&rack).expect("a value that can be written"),
        r##"{"@odata.type":"#Rack.v1_0_0.Rack","Type":"Other","self":"a","AssetTag":"b","assetTag":"c"}"##
    );
}

#[test]
fn facets_are_validation_rules() {
    let rack = r##"{"@odata.type":"#Rack.v1_0_0.Rack","HeightInUnits":61,"MassKg":1.2345}"##;
    let error = read(rack).expect_err("a violation");
    let pointers: Vec<_> = error
        .violations()
        .map(|violation| violation.pointer().to_owned())
        .collect();
    assert_eq!(pointers, ["/HeightInUnits", "/MassKg"]);
}

#[test]
fn a_recursive_type_is_read() {
    let body = r##"{"@odata.type":"#Fan.v1_0_0.Fan","Features":"SpeedControl,HotSwap","Rotor":{"Blades":5,"Counter":{"Blades":6}}}"##;
    let fan: Fan = json::from_str(body).expect("a fan");
    assert!(
        fan.features
            .as_ref()
            .is_some_and(|features| features.contains(&Features::HotSwap))
    );
    assert_eq!(
        fan.rotor
            .as_ref()
            .and_then(|rotor| rotor.counter.as_ref())
            .and_then(|counter| counter.blades),
        Some(6)
    );
    assert_eq!(
        json::to_string(&fan).expect("a value that can be written"),
        body
    );
}

#[test]
fn type_descriptions_agree_with_the_metadata() {
    assert!(AbstractRack::TYPE.is_abstract());
    let chain: Vec<_> = v1_1_0::Rack::TYPE.chain().map(|ty| ty.name()).collect();
    assert_eq!(
        chain,
        [
            "Rack.v1_1_0.Rack",
            "Rack.v1_0_0.Rack",
            "Rack.Rack",
            "Thing.v1_0_0.Thing",
            "Thing.Thing"
        ]
    );
    let id = v1_1_0::Rack::TYPE.property("Id").expect("a property `Id`");
    assert!(id.is_key() && !id.is_nullable());
    assert_eq!(id.type_name(), "Thing.v1_0_0.Id");
}
