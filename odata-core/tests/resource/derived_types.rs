//! Properties that allow only some of the derived types (`Validation.DerivedTypeConstraint`).

use odata_core::{
    DynamicResource, ErrorKind, Nav, NavCollection, ODataResource, Patchable, ReadOptions, json,
    options::UnknownPolicy,
};

use super::{error_at, read, read_error, rewrite};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", kind = entity, patch)]
struct Animal {
    name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", abstract, patch)]
struct Bear {
    #[odata(base)]
    animal: Animal,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", patch)]
struct Panda {
    #[odata(base)]
    bear: Bear,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", patch)]
struct Seal {
    #[odata(base)]
    animal: Animal,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", patch)]
struct Tiger {
    #[odata(base)]
    animal: Animal,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
    Panda(Panda),
    Seal(Box<Seal>),
    Tiger(Tiger),
    #[odata(other)]
    Other(DynamicResource),
}

/// Bears and seals may live in an enclosure, and nothing else.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", patch)]
struct Enclosure {
    #[odata(derived_types(Bear, Seal), atomic)]
    oldest: Option<AnyAnimal>,
    #[odata(derived_types(Bear, Seal))]
    sick: Option<Vec<Option<AnyAnimal>>>,
    #[odata(derived_types(Bear, Seal))]
    favourite: Nav<AnyAnimal>,
    #[odata(derived_types(Bear, Seal))]
    all: NavCollection<AnyAnimal>,
}

const PROPERTIES: [(&str, &str, &str); 4] = [
    ("oldest", "", ""),
    ("sick", "[null,", "]"),
    ("favourite", "", ""),
    ("all", r#"[{"@odata.id":"Animals(1)"},"#, "]"),
];

#[test]
fn a_listed_type_and_those_derived_from_it_are_allowed() {
    for (name, before, after) in PROPERTIES {
        for tag in ["zoo.panda", "zoo.seal"] {
            let text = format!(r##"{{"{name}":{before}{{"@odata.type":"#{tag}"}}{after}}}"##);
            assert_eq!(rewrite::<Enclosure>(&text).unwrap(), text);
        }
    }
}

#[test]
fn other_types_are_an_error_at_the_value() {
    for (name, before, after) in PROPERTIES {
        for value in [
            r##"{"@odata.type":"#zoo.tiger"}"##,
            r#"{"name":"of the declared type"}"#,
        ] {
            let text = format!(r#"{{"{name}":{before}{value}{after}}}"#);
            let item = if before.is_empty() { "" } else { "/1" };
            assert_eq!(
                read_error::<Enclosure>(&text),
                error_at(ErrorKind::NotDerived, &format!("/{name}{item}"))
            );
        }
    }
    let error = read::<Enclosure>(r##"{"oldest":{"@odata.type":"#zoo.tiger"}}"##).unwrap_err();
    assert!(
        error.to_string().contains(
            "the property does not allow a value of type `zoo.tiger`; expected one of `zoo.bear`, `zoo.seal`, or a type derived from it"
        ),
        "{error}"
    );
}

#[test]
fn null_absence_and_links_are_of_no_type() {
    for text in [
        r#"{"oldest":null,"sick":[],"favourite":null,"all":[]}"#,
        r#"{"sick":[null],"favourite@odata.bind":"Animals(1)","all@odata.bind":["Animals(2)"]}"#,
        r#"{"favourite":{"@odata.id":"Animals(1)"},"all@odata.count":7}"#,
    ] {
        assert!(read::<Enclosure>(text).is_ok(), "{text}");
    }
}

#[test]
fn an_unknown_type_may_derive_from_a_listed_one() {
    let text = r##"{"oldest":{"@odata.type":"#zoo.polarBear","fur":"white"}}"##;
    assert_eq!(rewrite::<Enclosure>(text).unwrap(), text);
    let strict = ReadOptions::client().unknown_types(UnknownPolicy::Error);
    let error = json::from_str_with::<Enclosure>(text, &strict).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownType);
}

#[test]
fn a_value_of_another_type_is_not_written() {
    let enclosure = Enclosure {
        oldest: Some(Tiger::default().into()),
        ..Enclosure::default()
    };
    let error = json::to_string(&enclosure).unwrap_err();
    assert!(error.to_string().contains("`zoo.tiger`"), "{error}");
}

#[test]
fn a_patch_has_the_same_types() {
    type Patch = <Enclosure as Patchable>::Patch;
    for (name, before, after) in PROPERTIES {
        let text = |tag| format!(r##"{{"{name}":{before}{{"@odata.type":"#{tag}"}}{after}}}"##);
        assert!(
            json::from_str::<Patch>(&text("zoo.panda")).is_ok(),
            "{name}"
        );
        let error = json::from_str::<Patch>(&text("zoo.tiger")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotDerived, "{name}");
    }
}

#[test]
fn the_description_has_the_names() {
    let property = Enclosure::TYPE.property("sick").unwrap();
    assert_eq!(property.derived_types(), ["zoo.bear", "zoo.seal"]);
    assert!(
        Animal::TYPE
            .property("name")
            .unwrap()
            .derived_types()
            .is_empty()
    );
}

/// A type that has its id.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", kind = entity)]
struct Guide {
    #[odata(annotations)]
    annotations: odata_core::Annotations,
    name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo")]
struct Ranger {
    #[odata(base)]
    guide: Guide,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Guide)]
enum AnyGuide {
    Guide(Guide),
    Ranger(Ranger),
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", kind = entity)]
struct Tour {
    #[odata(navigation, derived_types(Ranger))]
    lead: Option<AnyGuide>,
    #[odata(navigation, derived_types(Ranger))]
    all: Option<Vec<AnyGuide>>,
}

#[test]
fn a_reference_may_be_to_an_entity_of_any_listed_type() {
    let text = r##"{"lead":{"@odata.id":"Guides(1)"},"all":[{"@odata.id":"Guides(2)","@ns.t":1},{"@odata.type":"#zoo.ranger"}]}"##;
    assert_eq!(rewrite::<Tour>(text).unwrap(), text);
    for (text, pointer) in [
        (r#"{"lead":{}}"#, "/lead"),
        (r#"{"lead":{"@odata.id":null}}"#, "/lead"),
        (r#"{"lead":{"@odata.etag":"e"}}"#, "/lead"),
        (r#"{"lead":{"@odata.id":"a","name":"n"}}"#, "/lead"),
        (r#"{"all":[{"@odata.id":"a"},{"name":"n"}]}"#, "/all/1"),
    ] {
        assert_eq!(
            read_error::<Tour>(text),
            error_at(ErrorKind::NotDerived, pointer)
        );
    }
}

#[test]
fn the_entities_of_a_nested_delta_have_listed_types() {
    let text = |item| format!(r#"{{"all@odata.delta":[{item}]}}"#);
    for item in [
        r##"{"@odata.type":"#zoo.ranger","name":"n"}"##,
        r##"{"@odata.type":"#zoo.guide","@odata.id":"Guides(1)"}"##,
    ] {
        assert!(json::from_str::<Tour>(&text(item)).is_ok(), "{item}");
    }
    assert_eq!(
        read_error::<Tour>(&text(r##"{"@odata.type":"#zoo.guide","name":"n"}"##)),
        error_at(ErrorKind::NotDerived, "/all@odata.delta/0")
    );
}

crate::round_trip::round_trips! {
    types: [Animal, Panda, Seal, Tiger, Enclosure, Guide, Ranger, Tour],
    hierarchies: [AnyAnimal { Animal, Panda, Seal, Tiger }, AnyGuide { Guide, Ranger }],
    enumerations: [],
}
