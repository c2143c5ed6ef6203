//! The place of annotations in what is written and in ordered payloads (JSON 4.01 §4.4).

use proptest::prelude::*;

use super::*;

/// A closed type with both bags and properties of each shape.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Chest {
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(control)]
    control: ControlInformation,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    label: Option<String>,
    sizes: Option<Vec<i32>>,
    place: Option<Address>,
    any: Option<odata_core::edm::PrimitiveValue>,
    raw: Option<odata_core::RawJson>,
    items: odata_core::NavCollection<Address>,
    first: odata_core::Nav<Address>,
}

/// A type whose only bag is for dynamic properties.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Label {
    label: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

fn ordered() -> ReadOptions {
    ReadOptions::client().streaming(true)
}

#[test]
fn annotations_are_written_immediately_before_their_property() {
    let text = r##"{"x":1,"sizes":[1],"label":"l","label@a.b":1,"x@a.b":2,"absent@a.b":3,"sizes@a.b":4,"@a.b":5,"label@a.c":6,"items@odata.count":7,"items@a.b":8}"##;
    assert_eq!(
        rewrite::<Chest>(text).unwrap(),
        r##"{"@a.b":5,"label@a.b":1,"label@a.c":6,"label":"l","sizes@a.b":4,"sizes":[1],"items@a.b":8,"items@odata.count":7,"x@a.b":2,"x":1,"absent@a.b":3}"##
    );
}

#[test]
fn an_annotation_of_an_annotation_is_written_immediately_before_it() {
    let text = r##"{"@a.b":1,"@c.d":2,"@a.b@e.f":3,"@a.b@odata.type":"#Int32","label@a.b":4,"label@c.d":5,"label@a.b@e.f":6,"label":"l"}"##;
    let expected = r##"{"@a.b@e.f":3,"@a.b@odata.type":"#Int32","@a.b":1,"@c.d":2,"label@a.b@e.f":6,"label@a.b":4,"label@c.d":5,"label":"l"}"##;
    assert_eq!(rewrite::<Chest>(text).unwrap(), expected);
    assert_eq!(rewrite::<Chest>(expected).unwrap(), expected);
}

#[test]
fn annotations_inside_untyped_values_are_in_order() {
    let inner = r##"{"b":{"c":1,"c@x.y":2},"a@odata.type":"#Int32","z":[{"p":1,"p@odata.type":"#Int32"},7],"a":1,"@odata.type":"#n.t"}"##;
    let ordered_inner = r##"{"@odata.type":"#n.t","b":{"c@x.y":2,"c":1},"z":[{"p@odata.type":"#Int32","p":1},7],"a@odata.type":"#Int32","a":1}"##;
    for (before, after) in [
        (r#"{"x":VALUE}"#, r#"{"x":VALUE}"#),
        (r#"{"raw":VALUE}"#, r#"{"raw":VALUE}"#),
        (r#"{"@a.b":VALUE}"#, r#"{"@a.b":VALUE}"#),
        (
            r#"{"label":"l","label@a.b":[VALUE]}"#,
            r#"{"label@a.b":[VALUE],"label":"l"}"#,
        ),
    ] {
        let text = before.replace("VALUE", inner);
        let expected = after.replace("VALUE", ordered_inner);
        assert_eq!(rewrite::<Chest>(&text).unwrap(), expected);
        read_with::<Chest>(&expected, &ordered()).unwrap();
        let (kind, _) = read_error_with::<Chest>(&text, &ordered());
        assert_eq!(kind, ErrorKind::Order, "{text}");
    }
    let other = format!(r##"{{"@odata.type":"#n.unknown","x":{inner}}}"##);
    let expected = format!(r##"{{"@odata.type":"#n.unknown","x":{ordered_inner}}}"##);
    assert_eq!(rewrite::<AnyItem>(&other).unwrap(), expected);
    read_with::<AnyItem>(&expected, &ordered()).unwrap();
}

#[test]
fn an_error_points_at_an_annotation_inside_an_untyped_value() {
    for (text, pointer) in [
        (r#"{"raw":{"a":1,"a@x.y":2}}"#, "/raw/a@x.y"),
        (
            r##"{"raw":[{"a":1,"a@odata.type":"#Int32"}]}"##,
            "/raw/0/a@odata.type",
        ),
        (
            r##"{"x":{"y":{"a":1,"@odata.type":"#n.t"}}}"##,
            "/x/y/@odata.type",
        ),
        (r#"{"x":{"a@x.y":2,"b":1,"a":1}}"#, "/x/a"),
    ] {
        assert_eq!(
            read_error_with::<Chest>(text, &ordered()),
            error_at(ErrorKind::Order, pointer),
            "{text}"
        );
        assert!(read::<Chest>(text).is_ok());
    }
    // The next link of a collection may follow it.
    let link = r#"{"x":{"a":[1],"a@odata.nextLink":"n"}}"#;
    assert_eq!(rewrite::<Chest>(link).unwrap(), link);
    read_with::<Chest>(link, &ordered()).unwrap();
}

#[test]
fn control_information_of_a_property_is_written_before_it() {
    let text = r##"{"label":"l","label@odata.other":1,"place":{"street":"s"},"@odata.id":"i"}"##;
    assert_eq!(
        rewrite::<Chest>(text).unwrap(),
        r##"{"@odata.id":"i","label@odata.other":1,"label":"l","place":{"street":"s"}}"##
    );
    let v401 = read_with::<Chest>(r#"{"label":"l","label@other":1}"#, &v401()).unwrap();
    assert_eq!(
        write_with(&v401, &WriteOptions::new().version(Version::V401)),
        r#"{"label@other":1,"label":"l"}"#
    );
}

#[test]
fn the_type_of_an_annotation_is_written_immediately_before_the_annotation() {
    let text = r##"{"@a.b":1,"label@c.d":1,"@a.c":2,"label":"l","@a.b@odata.type":"#Int16","label@c.e":2,"label@c.d@odata.type":"#Byte"}"##;
    assert_eq!(
        rewrite::<Chest>(text).unwrap(),
        r##"{"@a.b@odata.type":"#Int16","@a.b":1,"@a.c":2,"label@c.d@odata.type":"#Byte","label@c.d":1,"label@c.e":2,"label":"l"}"##
    );
}

#[test]
fn a_dynamic_resource_is_written_in_order() {
    let text = r##"{"a":1,"b@x.y":2,"a@x.y":3,"@odata.type":"#shop.new","b":4,"@odata.context":"c","@x.y":5}"##;
    let resource: DynamicResource = json::from_str(text).unwrap();
    assert_eq!(
        json::to_string(&resource).unwrap(),
        r##"{"@odata.context":"c","@odata.type":"#shop.new","@x.y":5,"a@x.y":3,"a":1,"b@x.y":2,"b":4}"##
    );
}

#[test]
fn annotations_without_a_bag_of_their_own_are_written_before_their_property() {
    let text = r#"{"x":1,"label":"l","label@a.b":1,"x@a.b":2}"#;
    assert_eq!(
        rewrite::<Label>(text).unwrap(),
        r#"{"label@a.b":1,"label":"l","x@a.b":2,"x":1}"#
    );
}

#[test]
fn an_ordered_payload_has_annotations_immediately_before_their_property() {
    for text in [
        r#"{"label@a.b":1,"label@a.c":2,"label":"l"}"#,
        r#"{"label@a.b":1,"sizes@a.b":2}"#,
        r#"{"label@a.b":1,"@a.b":2,"sizes":[]}"#,
        r#"{"x@a.b":1,"x":2}"#,
        r#"{"sizes":[],"sizes@odata.nextLink":"n","label":"l"}"#,
        r#"{"items":[],"items@odata.nextLink":"n"}"#,
        r#"{"items@odata.count":1,"items@odata.nextLink":"n","items":[]}"#,
        r##"{"any@odata.type":"#Int16","any":1,"raw":{}}"##,
    ] {
        read_with::<Chest>(text, &ordered()).unwrap();
    }
    for (text, pointer) in [
        (r#"{"label":"l","label@a.b":1}"#, "/label@a.b"),
        (r#"{"x":1,"x@a.b":1}"#, "/x@a.b"),
        (r#"{"label@a.b":1,"sizes":[],"label":"l"}"#, "/label"),
        (r#"{"label@a.b":1,"x":[],"label":"l"}"#, "/label"),
        (r#"{"x@a.b":1,"label":"l","x":1}"#, "/x"),
        (r#"{"label@a.b":1,"@a.b":2,"label":"l"}"#, "/label"),
        (
            r#"{"label@a.b":1,"sizes@a.b":1,"label@a.c":1}"#,
            "/label@a.c",
        ),
        (r#"{"label@a.b":1,"sizes@a.b":1,"label":"l"}"#, "/label"),
        (
            r#"{"items@odata.count":1,"label":"l","items":[]}"#,
            "/items",
        ),
        (
            r#"{"items":[],"items@odata.count":1}"#,
            "/items@odata.count",
        ),
        (r#"{"label@a.b":1,"@odata.etag":"e"}"#, "/@odata.etag"),
        (r#"{"x":1,"@odata.id":"i"}"#, "/@odata.id"),
        (
            r##"{"any":1,"any@odata.type":"#Int16"}"##,
            "/any@odata.type",
        ),
    ] {
        assert_eq!(
            read_error_with::<Chest>(text, &ordered()),
            error_at(ErrorKind::Order, pointer),
            "{text}"
        );
        assert!(read::<Chest>(text).is_ok(), "{text}");
    }
}

#[test]
fn the_order_of_a_dynamic_resource_is_checked() {
    for (text, pointer) in [
        (r#"{"a":1,"a@x.y":2}"#, "/a@x.y"),
        (r#"{"a@x.y":2,"b":1,"a":1}"#, "/a"),
        (r#"{"a":1,"@odata.context":"c"}"#, "/@odata.context"),
        (r#"{"a":1,"@odata.type":"x.y"}"#, "/@odata.type"),
    ] {
        assert_eq!(
            read_error_with::<DynamicResource>(text, &ordered()),
            error_at(ErrorKind::Order, pointer)
        );
        assert!(read::<DynamicResource>(text).is_ok());
    }
}

#[test]
fn with_strict_annotations_the_annotation_follows_its_type() {
    let strict = ReadOptions::client().strict_annotations(true);
    for text in [
        r##"{"@a.b@odata.type":"#Int16","@a.b":1}"##,
        r##"{"label@a.b@odata.type":"#Int16","label@a.b":1,"label":"l"}"##,
    ] {
        read_with::<Chest>(text, &strict).unwrap();
    }
    for text in [
        r##"{"label@a.b@odata.type":"#Int16","label":"l"}"##,
        r##"{"label@a.b@odata.type":"#Int16","x":1}"##,
        r##"{"label@a.b@odata.type":"#Int16","label@a.c":1,"label@a.b":1}"##,
        r##"{"@a.b@odata.type":"#Int16"}"##,
        r##"{"@odata.b\u0040c@odata.type":"#Int16"}"##,
    ] {
        // The annotation may be absent, so the error is that of the object.
        assert_eq!(
            read_error_with::<Chest>(text, &strict),
            error_at(ErrorKind::Order, ""),
            "{text}"
        );
        assert!(read::<Chest>(text).is_ok(), "{text}");
    }
}

/// Members of a `Chest`: properties with their annotations, annotations of absent properties and of the object.
fn members() -> impl Strategy<Value = Vec<String>> {
    let property = prop::sample::select(vec![
        (r#""label":"l""#, "label"),
        (r#""sizes":[1,2]"#, "sizes"),
        (r#""place":{"street":"s"}"#, "place"),
        (r#""any":1.50"#, "any"),
        (r#""raw":{"b":[1e2]}"#, "raw"),
        (r#""items":[{"street":"t"}]"#, "items"),
        (r#""first":{"street":"t"}"#, "first"),
        (r#""x":{"y":null}"#, "x"),
        (r#""y":"z""#, "y"),
    ]);
    let term = prop::sample::select(vec!["a.b", "a.c", "ns.t#q", "odata.other"]);
    let with_annotations = (
        property,
        prop::collection::vec(term.clone(), 0..4),
        any::<bool>(),
    );
    let own = prop::collection::vec(
        prop::sample::select(vec![
            r#""@odata.context":"c""#,
            r#""@odata.etag":"e""#,
            r#""@odata.id":"i""#,
            r#""@a.b":1"#,
            r##""@a.b@odata.type":"#Int16""##,
            r##""#ns.act":{}"##,
        ]),
        0..5,
    );
    (prop::collection::vec(with_annotations, 0..7), own)
        .prop_map(|(properties, own)| {
            let mut members: Vec<String> = own.into_iter().map(str::to_owned).collect();
            for (property, terms, is_present) in properties {
                let (text, name) = property;
                members.extend(terms.into_iter().map(|term| format!("\"{name}@{term}\":1")));
                if is_present {
                    members.push(text.to_owned());
                }
            }
            let mut names = std::collections::HashSet::new();
            members.retain(|it| names.insert(it.split(':').next().unwrap().to_owned()));
            members
        })
        .prop_shuffle()
}

/// What is written is an ordered payload and is written the same again.
fn assert_ordered<T>(text: &str)
where
    T: DeserializeOwned + Serialize + Validate + PartialEq + Debug,
{
    let value: T = read(text).unwrap();
    let written = json::to_string(&value).unwrap();
    let again: T = match read_with(&written, &ordered()) {
        Ok(again) => again,
        Err(error) => panic!("{text} is written as {written}: {error}"),
    };
    assert_eq!(json::to_string(&again).unwrap(), written, "{text}");
    let members = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(members(&written), members(text));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_ordered_whatever_was_read(members in members()) {
        let text = format!("{{{}}}", members.join(","));
        assert_ordered::<Chest>(&text);
        // Without a bag for them, control information and operations are skipped.
        assert_ordered::<Label>(&text.replace("@odata.", "@data.").replace("#ns.act", "act"));
        let text = format!("{{{}}}", [r##""@odata.type":"#shop.model.chest""##.to_owned()].into_iter().chain(members).collect::<Vec<_>>().join(","));
        let resource: DynamicResource = read(&text).unwrap();
        let written = json::to_string(&resource).unwrap();
        let again: Chest = read_with(&written, &ordered()).unwrap();
        // The bags of a chest have their entries in the order of the input.
        let members = |chest: &Chest| serde_json::to_value(chest).unwrap();
        prop_assert_eq!(members(&again), members(&read::<Chest>(&text).unwrap()));
    }
}

crate::round_trip::round_trips! {
    types: [Chest, Label, Address],
    hierarchies: [],
    enumerations: [],
}
