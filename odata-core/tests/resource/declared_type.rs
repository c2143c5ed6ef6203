//! Properties whose declared type derives from that of the field's hierarchy (`declared_type`).

use odata_core::{
    DynamicResource, ErrorKind, ODataResource, Patchable, Version, csdl::Model, json,
};

use super::{error_at, read, read_error, rewrite};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "rack.v1_0_0", patch)]
struct Location {
    room: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "rack.v1_1_0", name = "location", patch)]
struct Location11 {
    #[odata(base)]
    base: Location,
    row: Option<i32>,
    /// The description of the type refers to the hierarchy that the type itself is in.
    #[odata(declared_type = Location11)]
    inside: Option<Vec<AnyLocation>>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "rack.v1_2_0", name = "location", patch)]
struct Location12 {
    #[odata(base)]
    base: Location11,
    shelf: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Location)]
enum AnyLocation {
    Location(Location),
    Location11(Box<Location11>),
    Location12(Location12),
    #[odata(other)]
    Other(DynamicResource),
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "rack.v1_1_0", patch)]
struct Rack {
    #[odata(declared_type = Location11, atomic)]
    location: Option<AnyLocation>,
    #[odata(declared_type = Location11)]
    earlier: Vec<AnyLocation>,
    #[odata(declared_type = Location11, derived_types(Location12), atomic)]
    next: Option<Box<AnyLocation>>,
}

#[test]
fn the_declared_type_and_those_derived_from_it_are_allowed() {
    for tag in ["rack.v1_1_0.location", "rack.v1_2_0.location"] {
        let value = format!(r##"{{"@odata.type":"#{tag}","room":"a","row":1}}"##);
        let text = format!(r#"{{"location":{value},"earlier":[{value}]}}"#);
        assert_eq!(rewrite::<Rack>(&text).unwrap(), text);
    }
}

#[test]
fn a_value_without_a_tag_has_the_declared_type() {
    let rack: Rack = read(r#"{"location":{"row":1},"earlier":[{"room":"a"}]}"#).unwrap();
    assert!(matches!(&rack.location, Some(AnyLocation::Location11(it)) if it.row == Some(1)));
    assert!(matches!(&*rack.earlier, [AnyLocation::Location11(_)]));
}

#[test]
fn a_base_of_the_declared_type_is_an_error_at_its_tag() {
    let value = r##"{"@odata.type":"#rack.v1_0_0.location"}"##;
    for (text, pointer) in [
        (
            format!(r#"{{"location":{value},"earlier":[]}}"#),
            "/location/@odata.type",
        ),
        (
            format!(r#"{{"earlier":[{value}]}}"#),
            "/earlier/0/@odata.type",
        ),
    ] {
        assert_eq!(
            read_error::<Rack>(&text),
            error_at(ErrorKind::NotDerived, pointer)
        );
    }
    let error = read::<Rack>(&format!(r#"{{"location":{value}}}"#)).unwrap_err();
    assert!(
        error.to_string().contains(
            "`rack.v1_0_0.location` is not derived from `rack.v1_1_0.location`; expected one of `rack.v1_1_0.location`, `rack.v1_2_0.location`"
        ),
        "{error}"
    );
}

#[test]
fn a_type_may_contain_values_of_its_own_declared_type() {
    let text = r##"{"location":{"@odata.type":"#rack.v1_1_0.location","inside":[{"@odata.type":"#rack.v1_2_0.location","shelf":3}]},"earlier":[]}"##;
    assert_eq!(rewrite::<Rack>(text).unwrap(), text);
}

#[test]
fn an_unknown_type_may_derive_from_the_declared_one() {
    let text = r##"{"location":{"@odata.type":"#rack.v1_9_0.location","bay":4},"earlier":[]}"##;
    assert_eq!(rewrite::<Rack>(text).unwrap(), text);
}

#[test]
fn derived_types_restrict_the_values_further() {
    let next = |tag: &str| {
        format!(r##"{{"earlier":[],"next":{{"@odata.type":"#rack.{tag}.location"}}}}"##)
    };
    assert!(read::<Rack>(&next("v1_2_0")).is_ok());
    assert_eq!(
        read_error::<Rack>(&next("v1_1_0")),
        error_at(ErrorKind::NotDerived, "/next")
    );
}

#[test]
fn a_value_of_another_type_is_not_written() {
    let rack = Rack {
        location: Some(AnyLocation::Location(Location::default())),
        ..Rack::default()
    };
    let error = json::to_string(&rack).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("`rack.v1_0_0.location` is not derived from `rack.v1_1_0.location`"),
        "{error}"
    );
    assert!(json::to_string(&rack.to_patch()).is_err());
}

#[test]
fn the_description_and_the_model_have_the_declared_type() {
    let property = Rack::TYPE.property("location").unwrap();
    assert_eq!(property.type_name(), "rack.v1_1_0.location");
    assert!(property.derived_types().is_empty());
    let xml = Model::new().with::<Rack>().to_xml(Version::V4).unwrap();
    assert!(
        xml.contains(r#"<Property Name="location" Type="rack.v1_1_0.location" Nullable="true"/>"#)
            && xml.contains(r#"<Property Name="earlier" Type="Collection(rack.v1_1_0.location)" Nullable="false"/>"#)
            && xml.contains("<String>rack.v1_2_0.location</String>")
            && xml.contains(r#"Namespace="rack.v1_0_0""#),
        "{xml}"
    );
}

crate::round_trip::round_trips! {
    types: [Location, Location11, Location12, Rack],
    hierarchies: [AnyLocation { Location, Location11, Location12 }],
    enumerations: [],
}
