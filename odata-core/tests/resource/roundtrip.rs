//! Properties of all resources: any value round-trips, undeclared JSON is preserved, members may have any order, and an error points at
//! the wrong value.

use std::collections::BTreeMap;

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, ODataEnum, ODataResource, RawJson,
    ReadOptions, Version, WriteOptions,
    edm::{Date, DateTimeOffset, Decimal, Guid},
    json,
};
use proptest::{prelude::*, sample::Index};
use serde_json::Value;

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "draw", abstract, open)]
struct Shape {
    id: Option<Option<String>>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "draw")]
enum Colour {
    Red,
    Green,
    #[odata(other)]
    Other(String),
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "draw")]
struct Circle {
    #[odata(base)]
    base: Shape,
    radius: f64,
    layer: Option<i64>,
    price: Option<Decimal>,
    colour: Option<Colour>,
    day: Option<Date>,
    at: Option<DateTimeOffset>,
    mark: Option<Guid>,
    visible: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "draw")]
struct Group {
    #[odata(base)]
    base: Shape,
    shapes: Vec<AnyShape>,
    frame: Option<Box<AnyShape>>,
    layers: Option<Vec<Option<i64>>>,
    names: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Shape)]
enum AnyShape {
    Circle(Circle),
    Group(Box<Group>),
    #[odata(other)]
    Other(DynamicResource),
}

// Any JSON

/// A number whose exponent has at most `digits` digits. With more than two digits, it may exceed the range of a float.
fn number(digits: u8) -> impl Strategy<Value = String> {
    let text =
        format!("-?(0|[1-9][0-9]{{0,40}})(\\.[0-9]{{1,40}})?([eE][+-]?[0-9]{{1,{digits}}})?");
    prop::string::string_regex(&text).unwrap()
}

fn quoted(text: impl AsRef<str>) -> String {
    Value::from(text.as_ref()).to_string()
}

/// A string, which may have escapes where none is necessary.
fn string() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_map(quoted),
        "[a-z]{0,5}"
            .prop_map(|text| text.replace('a', "\\u0061"))
            .prop_map(|text| format!("\"{text}\\/\\ud83d\\ude00\"")),
    ]
}

fn any_json(digits: u8) -> impl Strategy<Value = String> {
    let literal = prop_oneof![Just("null"), Just("true"), Just("false")].prop_map(str::to_owned);
    let leaf = prop_oneof![literal, number(digits), string()];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5)
                .prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((string(), inner), 0..5).prop_map(|members| object(&members)),
        ]
    })
}

fn object(members: &[(String, String)]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|(name, value)| format!("{name}:{value}"))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// Undeclared members with distinct names.
fn undeclared(digits: u8) -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec(("[a-zA-Zäß_]{1,8}", any_json(digits)), 0..6).prop_map(|members| {
        let numbered = members.into_iter().enumerate();
        numbered
            .map(|(at, (name, value))| (quoted(format!("{name}{at}")), value))
            .collect()
    })
}

// Any resource

fn decimal() -> impl Strategy<Value = Decimal> {
    "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?".prop_map(|text| text.parse().unwrap())
}

fn day() -> impl Strategy<Value = String> {
    (0..9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

fn moment() -> impl Strategy<Value = String> {
    let time = (0..24_u8, 0..60_u8, 0..60_u8, "(\\.[0-9]{1,12})?");
    (day(), time).prop_map(|(day, (h, m, s, fraction))| {
        format!("{day}T{h:02}:{m:02}:{s:02}{fraction}+01:00")
    })
}

fn shape() -> impl Strategy<Value = Shape> {
    let bag = undeclared(2).prop_map(|members| {
        let mut bag = DynamicProperties::new();
        for (name, value) in members {
            let name: String = serde_json::from_str(&name).unwrap();
            let value: RawJson = serde_json::from_str(&value).unwrap();
            bag.insert(&name, &value).unwrap();
        }
        bag
    });
    let annotation = prop::option::of(any::<i64>()).prop_map(|value| {
        let mut annotations = Annotations::new();
        if let Some(value) = value {
            annotations.insert("radius@draw.precision", &value).unwrap();
        }
        annotations
    });
    let id = prop::option::of(prop::option::of(any::<String>()));
    (id, bag, annotation).prop_map(|(id, more, annotations)| Shape {
        id,
        more,
        annotations,
    })
}

fn circle() -> impl Strategy<Value = Circle> {
    let radius = prop_oneof![
        prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO,
        Just(f64::INFINITY),
    ];
    let colour = prop_oneof![
        Just(Colour::Red),
        Just(Colour::Green),
        "[B-Z][a-z]{3,9}".prop_map(|it| if it == "Green" {
            Colour::Green
        } else {
            Colour::Other(it)
        }),
    ];
    let text = (
        day(),
        moment(),
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    );
    let optional = (
        prop::option::of(any::<i64>()),
        prop::option::of(decimal()),
        prop::option::of(colour),
        prop::option::of(any::<bool>()),
    );
    (shape(), radius, optional, prop::option::of(text)).prop_map(
        |(base, radius, (layer, price, colour, visible), text)| Circle {
            base,
            radius,
            layer,
            price,
            colour,
            visible,
            day: text.as_ref().map(|it| it.0.parse().unwrap()),
            at: text.as_ref().map(|it| it.1.parse().unwrap()),
            mark: text.as_ref().map(|it| it.2.parse().unwrap()),
        },
    )
}

fn any_shape() -> impl Strategy<Value = AnyShape> {
    circle()
        .prop_map(AnyShape::Circle)
        .prop_recursive(3, 8, 3, |inner| {
            let shapes = prop::collection::vec(inner.clone(), 0..3);
            let frame = prop::option::of(inner.prop_map(Box::new));
            let layers =
                prop::option::of(prop::collection::vec(prop::option::of(any::<i64>()), 0..3));
            let names = prop::option::of(prop::collection::vec(any::<String>(), 0..3));
            (shape(), shapes, frame, layers, names).prop_map(
                |(base, shapes, frame, layers, names)| {
                    AnyShape::Group(Box::new(Group {
                        base,
                        shapes,
                        frame,
                        layers,
                        names,
                    }))
                },
            )
        })
}

/// Adds annotations to the members of every resource in the document: before, after or without their property, as `choices` decide.
fn annotated(value: &Value, choices: &mut impl Iterator<Item = u8>) -> String {
    match value {
        Value::Object(members) => {
            let mut all = Vec::new();
            for (name, value) in members {
                let text = format!("{}:{}", quoted(name), annotated(value, choices));
                let choice = choices.next().unwrap_or_default();
                // The type tag has no annotations, and control information about a member has its own place.
                if name.contains('@') {
                    all.push(text);
                    continue;
                }
                let note =
                    |term: &str| format!("{}:{{\"n\":1.50}}", quoted(format!("{name}@{term}")));
                if choice & 1 != 0 {
                    all.push(note("ns.before"));
                }
                all.push(text);
                if choice & 2 != 0 {
                    all.push(note("ns.after#q"));
                }
                if choice & 4 != 0 {
                    all.insert(0, note("odata.early"));
                }
                if choice & 8 != 0 {
                    all.push(format!(
                        "{}:null",
                        quoted(format!("absent{}@ns.t", all.len()))
                    ));
                }
                if choice & 16 != 0 {
                    all.push(format!("{}:[]", quoted(format!("@ns.own{}", all.len()))));
                }
            }
            format!("{{{}}}", all.join(","))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|it| annotated(it, choices)).collect();
            format!("[{}]", items.join(","))
        }
        other => other.to_string(),
    }
}

/// The same document with numbers of one spelling.
fn by_value(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(by_value).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, by_value(value)))
            .collect(),
        other => other,
    }
}

/// The same document with the members of every object in reverse order, so that the type tag is last.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .rev()
            .map(|(name, value)| (name.clone(), reversed(value)))
            .collect(),
        Value::Array(items) => items.iter().map(reversed).collect(),
        other => other.clone(),
    }
}

// A wrong value

/// Pointers to the declared properties below a shape, each with a value that is not valid there.
fn places(shape: &Value, at: &str, found: &mut Vec<(String, Value)>) {
    let members = shape.as_object().into_iter().flatten();
    for (name, value) in members {
        let here = format!("{at}/{name}");
        match name.as_str() {
            "id" | "layer" | "price" | "colour" | "day" | "at" | "mark" | "visible" | "radius" => {
                found.push((here, Value::Array(Vec::new())));
            }
            "frame" => {
                places(value, &here, found);
                found.push((here, Value::from(7)));
            }
            "shapes" | "layers" | "names" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    let here = format!("{here}/{index}");
                    places(item, &here, found);
                    found.push((here, Value::Array(Vec::new())));
                }
                found.push((here, Value::Object(serde_json::Map::new())));
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_in_an_open_type_round_trips(members in undeclared(4), tag_last in any::<bool>()) {
        let tag = (r#""@odata.type""#.to_owned(), r##""#draw.circle""##.to_owned());
        let radius = (r#""radius""#.to_owned(), "1.5".to_owned());
        let mut all = vec![tag.clone(), radius.clone()];
        all.extend(members.iter().cloned());
        let canonical = object(&all);
        if tag_last {
            all.rotate_left(1);
        }
        let text = object(&all);
        let shape: AnyShape = json::from_str(&text).unwrap();
        prop_assert!(matches!(shape, AnyShape::Circle(_)));
        prop_assert_eq!(json::to_string(&shape).unwrap(), canonical.as_str());
        let from_reader: AnyShape = json::from_reader(text.as_bytes()).unwrap();
        prop_assert_eq!(&from_reader, &shape);
        let by_serde: AnyShape = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&by_serde, &shape);
        let unknown = text.replace("draw.circle", "draw.spiral");
        let whole: AnyShape = json::from_str(&unknown).unwrap();
        prop_assert_eq!(json::to_string(&whole).unwrap(), canonical.replace("draw.circle", "draw.spiral"));
    }

    #[test]
    fn any_resource_round_trips(shape in any_shape(), ieee754 in any::<bool>(), v401 in any::<bool>()) {
        let version = if v401 { Version::V401 } else { Version::V4 };
        let write = WriteOptions::new().version(version).ieee754(ieee754);
        let read = ReadOptions::client().version(version).ieee754(ieee754);
        let text = json::to_string_with(&shape, &write).unwrap();
        prop_assert_eq!(&json::from_str_with::<AnyShape>(&text, &read).unwrap(), &shape);
        prop_assert_eq!(&json::from_reader_with::<AnyShape>(text.as_bytes(), &read).unwrap(), &shape);
        let plain = serde_json::to_string(&shape).unwrap();
        prop_assert_eq!(&serde_json::from_str::<AnyShape>(&plain).unwrap(), &shape);
    }

    #[test]
    fn annotations_of_any_property_are_written_in_order_and_round_trip(shape in any_shape(), choices in prop::collection::vec(any::<u8>(), 1..40)) {
        let document: Value = serde_json::from_str(&json::to_string(&shape).unwrap()).unwrap();
        let text = annotated(&document, &mut choices.iter().copied().cycle());
        // `Value` may have added an exponent to a decimal.
        let read = ReadOptions::client().exponential_decimals(true);
        let first: AnyShape = json::from_str_with(&text, &read).unwrap();
        let written = json::to_string(&first).unwrap();
        let again = json::from_str_with::<AnyShape>(&written, &read.streaming(true));
        let again = again.map_err(|error| TestCaseError::fail(format!("{text} is written as {written}: {error}")))?;
        prop_assert_eq!(json::to_string(&again).unwrap(), written.as_str());
        let members = |text: &str| by_value(serde_json::from_str(text).unwrap());
        prop_assert_eq!(members(&written), members(&text));
    }

    #[test]
    fn members_may_be_in_any_order(mut shape in circle(), order in prop::collection::vec(any::<Index>(), 12)) {
        // Undeclared members have an order, so the shape may have one at most.
        if let Some((name, value)) = shape.base.more.iter().next() {
            let mut one = DynamicProperties::new();
            one.insert(name, value).unwrap();
            shape.base.more = one;
        }
        let shape = AnyShape::Circle(shape);
        let text = json::to_string(&shape).unwrap();
        let exact: BTreeMap<String, RawJson> = serde_json::from_str(&text).unwrap();
        let mut names: Vec<_> = exact.keys().cloned().collect();
        for (at, index) in order.iter().enumerate() {
            let other = index.index(names.len());
            let at = at % names.len();
            names.swap(at, other);
        }
        let shuffled: Vec<_> = names.iter().map(|name| (quoted(name), exact.get(name).unwrap().to_string())).collect();
        prop_assert_eq!(&json::from_str::<AnyShape>(&object(&shuffled)).unwrap(), &shape);
    }

    #[test]
    fn an_error_points_at_the_wrong_value(shape in any_shape(), which in any::<Index>(), tags_last in any::<bool>()) {
        let mut document: Value = serde_json::from_str(&json::to_string(&shape).unwrap()).unwrap();
        let mut places_found = Vec::new();
        places(&document, "", &mut places_found);
        let (pointer, wrong) = places_found.swap_remove(which.index(places_found.len()));
        *document.pointer_mut(&pointer).unwrap() = wrong;
        if tags_last {
            document = reversed(&document);
        }
        let text = serde_json::to_string_pretty(&document).unwrap();
        // `Value` may have added an exponent to a decimal.
        let read = ReadOptions::client().exponential_decimals(true);
        let error = json::from_str_with::<AnyShape>(&text, &read).unwrap_err();
        prop_assert_eq!(error.pointer(), &pointer, "{} in {}", error, text);
        let from_reader = json::from_reader_with::<AnyShape>(text.as_bytes(), &read).unwrap_err();
        prop_assert_eq!(from_reader.pointer(), &pointer);
        // The line has the wrong value.
        let line = text.lines().nth(error.line() - 1).unwrap_or_default();
        let last = pointer.rsplit('/').next().unwrap_or_default();
        prop_assert!(last.parse::<usize>().is_ok() || line.contains(last), "line {} in {}", error.line(), text);
    }
}

crate::round_trip::round_trips! {
    types: [Circle, Group],
    hierarchies: [AnyShape { Circle, Group }],
    enumerations: [Colour],
}
