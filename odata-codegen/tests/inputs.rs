//! Small documents with faults and oddities of real services: the findings and the Rust of each, which is compiled here and used.
//!
//! `UPDATE_EXPECTED=1 cargo test -p odata-codegen --test inputs` writes both anew: read the difference before committing it.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{fs, path::Path};

use odata_codegen::{Config, Generated};
use odata_core::{Error, ODataResource, Validate, json, links, model::Kind};

macro_rules! inputs {
    ($($name:ident)*) => {
        /// What is generated from each document.
        #[allow(dead_code, unreachable_pub, reason = "not every item is used")]
        mod generated {
            $(pub mod $name {
                include!(concat!("inputs/", stringify!($name), ".rs"));
            })*
        }

        /// The documents.
        const INPUTS: &[&str] = &[$(stringify!($name)),*];
    };
}

inputs! {
    abstract_without_derived
    action_overloads
    alias_of_two_schemas
    bounds
    container_faults
    doctype
    fault_beside_the_selection
    keys
    members_without_values
    names_of_the_derive
    names_of_the_prelude
    names_that_are_no_identifiers
    output_of_templates
    schema_of_another_version
    type_definitions
}

fn generate(name: &str) -> Generated {
    let mut config = Config::new()
        .metadata(format!("tests/inputs/{name}.xml"))
        .actions(true);
    if name == "fault_beside_the_selection" {
        config = config.include("NS.Good");
    }
    config.generate().expect("the fault is not an error")
}

#[test]
fn each_document_generates_the_expected_code_and_diagnostics() {
    let mut changed = Vec::new();
    let mut check = |name: &str, extension: &str, text: &str| {
        let path = format!("tests/inputs/{name}.{extension}");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, text).expect("the expectation can be written");
        }
        if fs::read_to_string(&path).unwrap_or_default() != text {
            changed.push(format!("{path}:\n{text}"));
        }
    };
    for name in INPUTS {
        let generated = generate(name);
        check(name, "rs", generated.text());
        let findings = generated.diagnostics().iter();
        let findings: String = findings.map(|found| format!("{found}\n")).collect();
        check(name, "txt", &findings);
    }
    assert!(changed.is_empty(), "changed:\n{}", changed.join("\n"));
}

#[test]
fn each_document_is_listed() {
    let files = fs::read_dir("tests/inputs").expect("the folder exists");
    let paths = files.map(|file| file.expect("the folder can be read").path());
    let is_document = |path: &Path| path.extension().is_some_and(|it| it == "xml");
    assert_eq!(paths.filter(|path| is_document(path)).count(), INPUTS.len());
}

/// Reads a value and writes it back.
#[track_caller]
fn round_trip<T: for<'de> serde::Deserialize<'de> + serde::Serialize + Validate>(text: &str) -> T {
    let value: T = json::from_str(text).expect("the text is valid");
    assert_eq!(json::to_string(&value).expect("the value is valid"), text);
    value
}

fn violation<T: for<'de> serde::Deserialize<'de> + Validate>(text: &str) -> String {
    let error: Error = json::from_str::<T>(text).map(drop).unwrap_err();
    error.to_string()
}

#[test]
fn members_without_a_valid_value_are_preserved_as_text() {
    use generated::members_without_values::ns::{Colour, Paint};
    let paint: Paint = round_trip(
        r#"{"Colour":"Red,Crimson,Pink,Black","Mood":"Good,Bad","Moods":["Bad"],"Size":"Large","Weight":"Heavy"}"#,
    );
    let colour = paint.colour.unwrap();
    assert!(colour.contains(&Colour::Red));
    assert_eq!(colour.bits(), 1);
    assert_eq!(colour.unknown_names().count(), 3);
    assert_eq!(paint.mood.as_deref(), Some("Good,Bad"));
}

#[test]
fn properties_with_any_name_are_fields() {
    use generated::names_that_are_no_identifiers::ns::{LINES_2, Line};
    let line: Line = round_trip(
        r#"{"No.":"a'b","Unit Price":1,"Unit_Price":2,"2nd":3,"é-mail":"x","a/b":"y","quo\"te\\":"z","Sub":{"Id":4}}"#,
    );
    assert_eq!(
        (line.unit_price, line.unit_price_property),
        (Some(1), Some(2))
    );
    assert_eq!(LINES_2.id(&line).unwrap(), "Lines-2('a''b')");
}

#[test]
fn a_key_predicate_is_complete_or_an_error() {
    use generated::keys::ns::{self, ORDERS, RENAMED};
    let order: ns::Order = json::from_str(r#"{"Number":7,"Year":2026}"#).unwrap();
    assert_eq!(ORDERS.id(&order).unwrap(), "Orders(Year=2026,Number=7)");
    let renamed: ns::Renamed = json::from_str(r#"{"Id":7}"#).unwrap();
    assert_eq!(RENAMED.id(&renamed).unwrap(), "Renamed(7)");

    fn without_key<T: ODataResource + serde::Serialize + Default>() {
        assert_eq!(T::TYPE.kind(), Kind::Entity);
        assert!(links::key_predicate(&T::default()).is_err());
    }
    without_key::<ns::Discounted>();
    without_key::<ns::NoAlias>();
    without_key::<ns::ThroughMissing>();
    without_key::<ns::ThroughMany>();
    // The form of a value of an unknown type in a URL is unknown.
    without_key::<ns::OfUnknown>();
    without_key::<ns::OfMissing>();
    without_key::<ns::OfNoMembers>();
    without_key::<ns::OfChain>();
    let of_enum: ns::OfEnum = json::from_str(r#"{"Id":"Red"}"#).unwrap();
    assert_eq!(links::key_predicate(&of_enum).unwrap(), "(NS.Colour'Red')");
    let of_text: ns::OfText = json::from_str(r#"{"Id":"Red"}"#).unwrap();
    assert_eq!(links::key_predicate(&of_text).unwrap(), "('Red')");
}

#[test]
fn a_key_may_have_paths_aliases_and_inherited_properties() {
    use generated::keys::ns::{Berth, City, Derived, Place, RenamedPart, Suburb};
    #[track_caller]
    fn predicate<T>(text: &str) -> String
    where
        T: ODataResource + Validate + serde::Serialize + for<'de> serde::Deserialize<'de>,
    {
        let value: T = json::from_str(text).unwrap();
        links::key_predicate(&value).unwrap_or_else(|error| error.pointer().to_owned())
    }
    let place = r#"{"Kind":"a","Address":{"City":"O'Neil"}}"#;
    assert_eq!(predicate::<Place>(place), "(Kind='a',City='O''Neil')");
    assert_eq!(predicate::<Place>(r#"{"Kind":"a"}"#), "/Address/City");
    assert_eq!(predicate::<City>(r#"{"Address":{"City":"Ur"}}"#), "('Ur')");
    assert_eq!(predicate::<City>(r#"{"Address":{}}"#), "/Address/City");
    let suburb = r##"{"@odata.type":"#NS.Suburb","Address":{"City":"Ur"}}"##;
    assert_eq!(predicate::<Suburb>(suburb), "('Ur')");
    assert_eq!(
        predicate::<RenamedPart>(r#"{"Id":7,"Year":2026}"#),
        "(Number=7,Year=2026)"
    );
    let derived = r##"{"@odata.type":"#NS.Derived","Id":7}"##;
    assert_eq!(predicate::<Derived>(derived), "(7)");
    let berth = |country: &str| {
        let site = format!(r##"{{"@odata.type":"#NS.Harbour","Country":{country}}}"##);
        predicate::<Berth>(&format!(r#"{{"No.":1,"Site":{site}}}"#))
    };
    assert_eq!(
        berth(r#"{"Code":"NL","Zone":"Red"}"#),
        "(No.=1,Country='NL',Zone=NS.Colour'Red')"
    );
    assert_eq!(berth(r#"{"Zone":"Red"}"#), "/Site/Country/Code");
    assert_eq!(berth("null"), "/Site/Country/Code");
    let set = odata_core::EntitySet::of::<Berth>("Berths");
    assert_eq!(
        set.id_of_key(&("NL", 1, "Red")).unwrap(),
        "Berths(Country='NL',No.=1,Zone=NS.Colour'Red')"
    );
}

#[test]
fn types_and_members_have_no_names_of_the_derive() {
    use generated::names_of_the_derive::ns::{AnyDynamicResourceType, Filter, Filters, Joined};
    let joined: Joined = round_trip(
        "{\"a\u{200d}b\":{\"@odata.type\":\"#NS.Special\",\"Filter\":\"ALL\",\"Filters\":\"all\"},\"ab\":1,\"номер\":2}",
    );
    let Some(AnyDynamicResourceType::Special(special)) = joined.ab else {
        unreachable!("the type tag names this variant")
    };
    assert_eq!(special.base.filter, Some(Filter::All));
    assert_eq!(special.filters, Some(Filters::All3));
    assert_eq!(Filter::ALL.len(), 2);
}

#[test]
fn the_first_of_several_elements_is_used() {
    use generated::container_faults::ns::{CloseParameters, ORDERS, Order};
    let order: Order = json::from_str(r#"{"Id":7,"Other":8}"#).unwrap();
    assert_eq!(ORDERS.id(&order).unwrap(), "Orders(7)");
    round_trip::<CloseParameters>(r#"{"reason":"late"}"#);
}

#[test]
fn a_value_of_an_abstract_type_without_derived_types_is_preserved() {
    use generated::abstract_without_derived::ns::{AnyShape, Drawing};
    let drawing: Drawing = round_trip(
        r##"{"Main":{"@odata.type":"#NS.Star","Name":"a","Points":5},"All":[{"@odata.type":"#NS.Dot"}]}"##,
    );
    let Some(AnyShape::Other(shape)) = drawing.main else {
        unreachable!("there is no other variant")
    };
    assert_eq!(shape.get::<i32>("Points").unwrap(), Some(5));
}

#[test]
fn numbers_are_between_their_bounds() {
    use generated::bounds::ns::Measure;
    for text in [
        r#"{"Int":5,"Below":-2147483648,"Byte":255,"Text":9,"Crossed":3,"Double":1e+300,"Single":1.0,"Defined":99.9,"All":[0,9]}"#,
        r#"{"Decimal":100,"Digits":-999.99,"Total":1234.5,"Floating":0.00012345,"Wrong":1,"Odd":0.001}"#,
    ] {
        round_trip::<Measure>(text);
    }
    for (text, words) in [
        (r#"{"Int":6}"#, "must be at least 1 and at most 5"),
        (r#"{"Whole":0}"#, "must be at least 1"),
        (r#"{"Double":0.1}"#, "must be at least 0.5"),
        (r#"{"Single":1.5}"#, "must be at most 1"),
        (
            r#"{"Decimal":-0.51}"#,
            "must be at least -0.5 and at most 100",
        ),
        (
            r#"{"Decimal":100.1}"#,
            "must be at least -0.5 and at most 100",
        ),
        (
            r#"{"Digits":1000}"#,
            "must have at most 3 digits before the point",
        ),
        (
            r#"{"Digits":0.001}"#,
            "must have at most 2 digits after the point",
        ),
        (r#"{"Total":12345.6}"#, "must have at most 5 digits"),
        (
            r#"{"Floating":123456}"#,
            "must have at most 5 significant digits",
        ),
        (r#"{"Defined":101}"#, "must be at least 0 and at most 100"),
        (r#"{"All":[10]}"#, "must be at least 0 and at most 9"),
    ] {
        let message = violation::<Measure>(text);
        assert!(message.contains(words), "{text}: {message}");
    }
}

#[test]
fn a_name_by_an_alias_of_two_schemas_is_that_of_the_one_that_defines_it() {
    use generated::alias_of_two_schemas::{first, second};
    let one = first::One {
        two: Some(Box::new(second::Two::default())),
        both: Some(first::Both::default()),
        ..first::One::default()
    };
    assert_eq!(json::to_string(&one).unwrap(), r#"{"Two":{},"Both":{}}"#);
}

#[test]
fn the_body_of_each_overload_has_its_parameters() {
    use generated::action_overloads::ns;
    round_trip::<ns::OrderCloseParameters>(r#"{"reason":"late"}"#);
    round_trip::<ns::OrderCollectionCloseParameters>(r#"{"force":true}"#);
    round_trip::<ns::BillCloseParameters>("{}");
    round_trip::<ns::CloseParameters>(r#"{"ids":[1],"Self":{"Id":1},"type":"x"}"#);
    assert_eq!(ns::ORDERS.url(), "Orders");
}
