//! Null, absent, and a value (JSON 4.01 §6 to §8).

use super::*;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Order {
    number: i32,
    note: Option<String>,
    #[odata(nullable = false)]
    total: Option<Decimal>,
    discount: Option<Option<Decimal>>,
    to: Option<Option<Address>>,
    lines: Vec<Option<i32>>,
    tags: Option<Vec<String>>,
    #[odata(navigation)]
    customer: Option<Option<Box<Novel>>>,
    #[odata(navigation)]
    items: Option<Vec<Book>>,
}

/// A type whose properties all have a default.
#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Printout {
    #[odata(default)]
    copies: i32,
    #[odata(default = one)]
    pages: i32,
    #[odata(default)]
    margins: Vec<Option<i32>>,
}

fn one() -> i32 {
    1
}

/// An order with its required properties only.
const MINIMAL: &str = r#"{"number":1,"lines":[]}"#;

fn minimal() -> Order {
    Order {
        number: 1,
        ..Order::default()
    }
}

/// An order with its required properties and this member.
fn with(member: &str) -> String {
    MINIMAL.replace('}', &format!(",{member}}}"))
}

fn order(member: &str) -> Order {
    read(&with(member)).unwrap()
}

#[test]
fn an_absent_property_is_an_error_only_where_it_is_required() {
    assert_eq!(read::<Order>(MINIMAL).unwrap(), minimal());
    for (text, pointer) in [
        (r#"{"lines":[]}"#, "/number"),
        (r#"{"number":1}"#, "/lines"),
    ] {
        assert_eq!(
            read_error::<Order>(text),
            error_at(ErrorKind::Missing, pointer)
        );
    }
    // With `require_all`, every property that is not nullable must be present.
    for options in [
        ReadOptions::strict(),
        ReadOptions::client().require_all(true),
    ] {
        assert_eq!(
            read_error_with::<Order>(MINIMAL, &options),
            error_at(ErrorKind::Missing, "/total")
        );
        assert!(read_with::<Order>(&with(r#""total":1,"tags":[]"#), &options).is_ok());
    }
}

#[test]
fn null_is_read_as_none() {
    assert_eq!(order(r#""note":null"#), minimal());
    assert_eq!(order(r#""note":"n""#).note.as_deref(), Some("n"));
}

#[test]
fn null_of_a_property_that_is_not_nullable_is_an_error() {
    assert_eq!(
        read_error::<Order>(r#"{"number":null,"lines":[]}"#),
        error_at(ErrorKind::Null, "/number")
    );
    assert_eq!(
        read_error::<Order>(&with(r#""total":null"#)),
        error_at(ErrorKind::Null, "/total")
    );
    assert_eq!(order(r#""total":1"#).total, Some("1".parse().unwrap()));
}

#[test]
fn an_option_of_an_option_distinguishes_absent_from_null() {
    assert_eq!((minimal().discount, minimal().to), (None, None));
    let null = order(r#""discount":null,"to":null"#);
    assert_eq!((&null.discount, &null.to), (&Some(None), &Some(None)));
    assert!(
        json::to_string(&null)
            .unwrap()
            .contains(r#""discount":null,"to":null"#)
    );
    assert_eq!(
        order(r#""discount":1"#).discount,
        Some(Some("1".parse().unwrap()))
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Customer {
    #[odata(key)]
    id: Option<String>,
}

/// CSDL 4.01 §6.5.
#[test]
fn a_key_may_be_absent_but_not_null() {
    assert_eq!(read::<Customer>("{}").unwrap().id, None);
    assert_eq!(
        read_error::<Customer>(r#"{"id":null}"#),
        error_at(ErrorKind::Null, "/id")
    );
    assert!(!Customer::TYPE.property("id").unwrap().is_nullable());
}

#[test]
fn a_collection_is_never_null_but_its_items_may_be() {
    assert_eq!(
        read::<Order>(r#"{"number":1,"lines":[1,null]}"#)
            .unwrap()
            .lines,
        [Some(1), None]
    );
    assert_eq!(
        read_error::<Order>(r#"{"number":1,"lines":null}"#),
        error_at(ErrorKind::Null, "/lines")
    );
    for (member, pointer) in [
        (r#""tags":null"#, "/tags"),
        (r#""tags":["a",null]"#, "/tags/1"),
        (r#""items":null"#, "/items"),
    ] {
        assert_eq!(
            read_error::<Order>(&with(member)),
            error_at(ErrorKind::Null, pointer)
        );
    }
    assert_eq!(minimal().tags, None);
    assert_eq!(order(r#""tags":[]"#).tags, Some(Vec::new()));
    assert_eq!(order(r#""tags":["a"]"#).tags, Some(vec!["a".to_owned()]));
}

#[test]
fn a_default_replaces_an_absent_property_but_not_null() {
    let least = Printout {
        copies: 0,
        pages: 1,
        margins: Vec::new(),
    };
    assert_eq!(read::<Printout>("{}").unwrap(), least);
    let text = r#"{"copies":3,"pages":4,"margins":[1,null]}"#;
    assert_eq!(
        read::<Printout>(text).unwrap(),
        Printout {
            copies: 3,
            pages: 4,
            margins: vec![Some(1), None]
        }
    );
    for name in ["copies", "pages", "margins"] {
        assert_eq!(
            read_error::<Printout>(&format!(r#"{{"{name}":null}}"#)),
            error_at(ErrorKind::Null, &format!("/{name}"))
        );
    }
    assert_eq!(
        json::to_string(&least).unwrap(),
        r#"{"copies":0,"pages":1,"margins":[]}"#
    );
}

#[test]
fn none_is_not_written() {
    assert_eq!(json::to_string(&minimal()).unwrap(), MINIMAL);
    let all = Order {
        note: Some("n".to_owned()),
        total: Some("2".parse().unwrap()),
        discount: Some(None),
        tags: Some(vec!["t".to_owned()]),
        ..minimal()
    };
    let text = json::to_string(&all).unwrap();
    assert!(
        text.contains(r#""note":"n","total":2,"discount":null,"#),
        "{text}"
    );
    assert_eq!(read::<Order>(&text).unwrap(), all);
}

#[test]
fn a_single_navigation_property_is_absent_null_or_expanded() {
    assert_eq!(minimal().customer, None);
    assert_eq!(order(r#""customer":null"#).customer, Some(None));
    assert!(matches!(
        order(r#""customer":{"hero":"h"}"#).customer,
        Some(Some(_))
    ));
}

#[test]
fn the_type_description_has_what_is_nullable_and_what_is_a_collection() {
    let properties = || Order::TYPE.properties();
    let nullable: Vec<&str> = properties()
        .filter(|it| it.is_nullable() && !it.is_navigation())
        .map(|it| it.name())
        .collect();
    assert_eq!(nullable, ["note", "discount", "to"]);
    let collections: Vec<&str> = properties()
        .filter(|it| it.is_collection())
        .map(|it| it.name())
        .collect();
    assert_eq!(collections, ["lines", "tags", "items"]);
    let lines = Order::TYPE.property("lines").unwrap();
    assert_eq!(lines.type_name(), "Edm.Int32");
}

crate::round_trip::round_trips! {
    types: [Order, Printout, Customer],
    hierarchies: [],
    enumerations: [],
}

/// A type with values of its own for absent properties.
#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", default)]
struct Leaflet {
    title: String,
    pages: i32,
    #[odata(default)]
    copies: i32,
    #[odata(skip)]
    is_draft: bool,
    note: Option<String>,
    paper: Paper,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, PartialEq, odata_core::ODataEnum)]
#[odata(namespace = "shop.model")]
enum Paper {
    Plain,
    Glossy,
}

impl Default for Leaflet {
    fn default() -> Self {
        Leaflet {
            title: "Untitled".to_owned(),
            pages: 2,
            copies: 500,
            is_draft: true,
            note: Some("none".to_owned()),
            paper: Paper::Glossy,
            more: DynamicProperties::default(),
        }
    }
}

/// Filled in place like its base.
#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", default)]
struct Flyer {
    #[odata(base)]
    leaflet: Leaflet,
    event: String,
}

/// Built from parts, with a base that is filled in place.
#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Poster {
    #[odata(base)]
    flyer: Flyer,
    coating: Paper,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", default)]
struct Stack<T> {
    count: i32,
    of: T,
}

#[test]
fn absent_properties_have_the_values_of_the_struct() {
    let leaflet: Leaflet = read("{}").unwrap();
    // A property with a default of its own has that.
    let expected = Leaflet {
        copies: 0,
        ..Leaflet::default()
    };
    assert_eq!(leaflet, expected);
    let leaflet: Leaflet = read(r#"{"pages":4,"note":null,"colour":"red"}"#).unwrap();
    assert_eq!(
        (leaflet.pages, leaflet.note, leaflet.more.len()),
        (4, None, 1)
    );
    // Null is no value of the type.
    assert_eq!(
        read_error::<Leaflet>(r#"{"title":null}"#),
        error_at(ErrorKind::Null, "/title")
    );
}

#[test]
fn a_base_with_values_of_its_own_has_them_in_each_derived_type() {
    let flyer: Flyer = read(r#"{"event":"Fair","size":3}"#).unwrap();
    assert_eq!((flyer.leaflet.pages, &*flyer.event), (2, "Fair"));
    assert_eq!(flyer.leaflet.more.len(), 1);
    let poster: Poster = read(r#"{"colour":"red","coating":"plain","title":"Fair"}"#).unwrap();
    assert_eq!(poster.flyer.leaflet.title, "Fair");
    assert_eq!(
        (poster.flyer.leaflet.pages, poster.coating),
        (2, Paper::Plain)
    );
    assert_eq!(
        read_error::<Poster>("{}"),
        error_at(ErrorKind::Missing, "/coating")
    );
    let stack: Stack<i64> = read(r#"{"of":3}"#).unwrap();
    assert_eq!(stack, Stack { count: 0, of: 3 });
}

#[test]
fn many_properties_of_one_type_keep_their_order() {
    #[derive(Debug, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop.model", default)]
    struct Shelf {
        first: Option<String>,
        second: Option<String>,
        third: Option<String>,
        top: Option<i32>,
        fourth: Option<String>,
        left: Option<Box<Shelf>>,
        fifth: Option<String>,
        right: Option<Box<Shelf>>,
        sixth: Option<String>,
        above: Option<Box<Shelf>>,
        seventh: Option<String>,
        below: Option<Box<Shelf>>,
    }

    let text = r#"{"first":"a","second":"b","third":"c","top":1,"fourth":"d","left":{"first":"e"},"fifth":"f","right":{"third":"g"},"sixth":"h","above":{},"seventh":"i","below":{"below":{"top":2}}}"#;
    let shelf: Shelf = read(text).unwrap();
    assert_eq!(shelf.seventh.as_deref(), Some("i"));
    assert_eq!(json::to_string(&shelf).unwrap(), text);
}
