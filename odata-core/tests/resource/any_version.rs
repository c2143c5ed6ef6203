//! `any_version`: one type for all versions of it, whose tags are kept.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, ErrorKind, MetadataLevel, ODataResource,
    WriteOptions, json,
};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "Thing", abstract, rename_all = "PascalCase")]
struct Thing {
    name: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "Rack",
    rename_all = "PascalCase",
    name = "Rack",
    deref,
    any_version
)]
struct Rack {
    #[odata(base)]
    base: Thing,
    height: Option<i32>,
    door: Option<Door>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "Rack",
    name = "Door",
    rename_all = "PascalCase",
    any_version
)]
struct Door {
    locked: Option<bool>,
    #[odata(annotations)]
    annotations: Annotations,
}

macro_rules! fans {
    ($($fan:ident)*) => {
        $(
            #[derive(Debug, Clone, Default, PartialEq, ODataResource)]
            #[odata(namespace = "Fan", deref, any_version)]
            struct $fan {
                #[odata(base)]
                base: Thing,
            }
        )*

        /// More variants than are searched one by one.
        #[derive(Debug, Clone, PartialEq, ODataResource)]
        #[odata(hierarchy = Thing)]
        enum AnyThing {
            Rack(Rack),
            $($fan(Box<$fan>),)*
            #[odata(other)]
            Other(DynamicResource),
        }
    };
}

fans!(A B C D E F G H I J K L M N O P Q);

const RACKS: [&str; 4] = [
    r##"{"@odata.type":"#Rack.v1_2_0.Rack","Name":"r","Height":42}"##,
    r##"{"@odata.type":"#Rack.v99_0_0.Rack","Height":42,"Newer":1.50}"##,
    r##"{"@odata.type":"#Rack.Rack","Height":42}"##,
    r##"{"@odata.type":"#Rack.v1_2_0.Rack","Door":{"@odata.type":"#Rack.v1_3_0.Door","Locked":true}}"##,
];

#[test]
fn the_tag_of_any_version_is_read_and_written_back() -> Result<(), odata_core::Error> {
    for text in RACKS {
        assert_eq!(json::to_string(&json::from_str::<Rack>(text)?)?, text);
        let thing: AnyThing = json::from_str(text)?;
        assert!(thing.as_rack().is_some(), "{text}");
        assert_eq!(json::to_string(&thing)?, text);
    }
    let fan = r##"{"@odata.type":"#Fan.v2_0.q"}"##;
    let thing: AnyThing = json::from_str(fan)?;
    assert!(thing.as_q().is_some());
    assert_eq!(json::to_string(&thing)?, fan);
    Ok(())
}

#[test]
fn a_late_tag_is_preserved() -> Result<(), odata_core::Error> {
    let text = r##"{"Height":42,"@odata.type":"#Rack.v1_2_0.Rack"}"##;
    let first = r##"{"@odata.type":"#Rack.v1_2_0.Rack","Height":42}"##;
    assert_eq!(json::to_string(&json::from_str::<Rack>(text)?)?, first);
    assert_eq!(json::to_string(&json::from_str::<AnyThing>(text)?)?, first);
    Ok(())
}

#[test]
fn the_tag_can_be_inspected_and_replaced() -> Result<(), odata_core::Error> {
    let mut rack: Rack = json::from_str(r##"{"@odata.type":"#Rack.v1_2_0.Rack"}"##)?;
    let annotations = &mut rack.base.annotations;
    assert_eq!(
        annotations.get::<&str>("@odata.type")?,
        Some("#Rack.v1_2_0.Rack")
    );
    annotations.insert("@odata.type", "#Rack.v1_3_0.Rack")?;
    let text = r##"{"@odata.type":"#Rack.v1_3_0.Rack"}"##;
    assert_eq!(json::to_string(&rack)?, text);
    Ok(())
}

#[test]
fn a_value_without_a_tag_is_written_without_one() -> Result<(), odata_core::Error> {
    let text = r#"{"Height":42}"#;
    assert_eq!(json::to_string(&json::from_str::<Rack>(text)?)?, text);
    assert_eq!(json::to_string(&Rack::default())?, "{}");
    let none = WriteOptions::new().metadata(Some(MetadataLevel::None));
    let rack: Rack = json::from_str(RACKS[0])?;
    assert_eq!(
        json::to_string_with(&rack, &none)?,
        r#"{"Name":"r","Height":42}"#
    );
    Ok(())
}

#[test]
fn another_type_and_a_name_that_is_not_a_version_are_errors() {
    for text in [
        r##"{"@odata.type":"#Fan.v1_0_0.Rack"}"##,
        r##"{"@odata.type":"#Rack.v1_0_0.Door"}"##,
        r##"{"@odata.type":"#Rack.oem.Rack"}"##,
        r##"{"@odata.type":"#Rack.v1_x.Rack"}"##,
    ] {
        let error = json::from_str::<Rack>(text).map(|_| ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotDerived, "{text}");
        assert_eq!(error.pointer(), "/@odata.type", "{text}");
        assert!(
            matches!(json::from_str(text), Ok(AnyThing::Other(_))),
            "{text}"
        );
    }
}

crate::round_trip::round_trips! {
    types: [Rack, Door],
    hierarchies: [AnyThing { Rack }],
    enumerations: [],
}
