//! Key predicates (URL Conventions 4.01 §4.3.1).

use odata_core::{
    DynamicProperties, EntitySet, ErrorKind, Flags, ODataEnum, ODataResource,
    edm::{Date, DateTimeOffset, Decimal, Duration, Guid},
    json,
    links::{key_predicate, push_key_predicate},
};

#[derive(Debug, Clone, ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Colour {
    #[odata(value = 1)]
    Red,
    #[odata(value = 2)]
    Blue,
}

/// An entity whose key has type definitions.
#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Defined {
    #[odata(key, edm = "shop.Code")]
    code: String,
    #[odata(key, edm = "shop.Id")]
    id: Guid,
    #[odata(key, edm = "shop.Wait")]
    wait: Duration,
    #[odata(key, edm = "shop.Number")]
    number: i64,
}

#[test]
fn a_type_definition_has_the_literals_of_its_primitive_type() {
    let defined = Defined {
        code: "O'Neil".to_owned(),
        id: "7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8".parse().unwrap(),
        wait: "PT1S".parse().unwrap(),
        number: 7,
    };
    assert_eq!(
        key_predicate(&defined).unwrap(),
        "(code='O''Neil',id=7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8,wait=duration'PT1S',number=7)"
    );
}

/// An entity whose key has this type.
#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Keyed<K> {
    note: Option<String>,
    #[odata(key)]
    k: K,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

macro_rules! predicate {
    ($key:expr) => {
        key_predicate(&Keyed {
            note: Some("k".to_owned()),
            k: $key,
            more: DynamicProperties::new(),
        })
        .unwrap()
    };
}

#[test]
fn each_key_type_has_its_literal() {
    assert_eq!(predicate!("O'Neil".to_owned()), "('O''Neil')");
    assert_eq!(predicate!(String::new()), "('')");
    assert_eq!(predicate!(true), "(true)");
    assert_eq!(predicate!(-5_i32), "(-5)");
    assert_eq!(predicate!(i64::MAX), "(9223372036854775807)");
    let decimal: Decimal = "79228162514264337593543950335.10".parse().unwrap();
    assert_eq!(predicate!(decimal), "(79228162514264337593543950335.10)");
    let guid: Guid = "7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8".parse().unwrap();
    assert_eq!(predicate!(guid), "(7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8)");
    let date: Date = "2026-01-31".parse().unwrap();
    assert_eq!(predicate!(date), "(2026-01-31)");
    let time: DateTimeOffset = "2026-01-31T09:30:00+02:00".parse().unwrap();
    assert_eq!(predicate!(time), "(2026-01-31T09%3A30%3A00%2B02%3A00)");
    let duration: Duration = "PT1.5S".parse().unwrap();
    assert_eq!(predicate!(duration), "(duration'PT1.5S')");
    assert_eq!(predicate!(Colour::Red), "(shop.colour'red')");
    let both: Flags<Colour> = Colour::Red | Colour::Blue;
    assert_eq!(predicate!(both), "(shop.colour'red%2Cblue')");
}

#[test]
fn reserved_characters_are_percent_encoded() {
    assert_eq!(
        predicate!("a/b?c#d%e f+g&h=(i,j);é~".to_owned()),
        "('a%2Fb%3Fc%23d%25e%20f%2Bg%26h%3D%28i%2Cj%29%3B%C3%A9~')"
    );
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item {
    #[odata(key)]
    shop: Option<String>,
    #[odata(key)]
    number: Option<i32>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Book {
    #[odata(base)]
    item: Item,
    title: Option<String>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(Book),
}

#[test]
fn a_compound_key_names_its_parts_from_any_level() {
    let book: Book = json::from_str(r#"{"number":2,"title":"t","shop":"x"}"#).unwrap();
    assert_eq!(key_predicate(&book).unwrap(), "(shop='x',number=2)");
    let any = AnyItem::from(book);
    assert_eq!(
        key_predicate(any.base().unwrap()).unwrap(),
        "(shop='x',number=2)"
    );
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Price {
    amount: i32,
}

#[test]
fn an_entity_without_its_key_has_no_predicate() {
    let mut url = "Items".to_owned();
    let book: Book = json::from_str(r#"{"shop":"x"}"#).unwrap();
    let error = push_key_predicate(&mut url, &book).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/number")
    );
    assert_eq!(url, "Items", "nothing is left behind");

    let error = key_predicate(&Price { amount: 1 }).unwrap_err();
    assert_eq!(error.to_string(), "`shop.price` has no key");
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Scale<T> {
    #[odata(key)]
    weight: T,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Place {
    pier: Option<String>,
    gate: Option<i32>,
    inner: Option<Box<Place>>,
    all: Vec<i32>,
}

#[derive(Debug, ODataResource)]
#[odata(
    namespace = "shop",
    key("no", "place/inner/gate" = "gate", "place/pier" = "pier")
)]
struct Berth {
    place: Option<Place>,
    no: i32,
}

/// The key has a property of the base.
#[derive(Debug, ODataResource)]
#[odata(namespace = "shop", key("note"))]
struct Special {
    #[odata(base)]
    base: Noted,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Noted {
    note: String,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Most {
    #[odata(base)]
    base: Special,
}

/// The compiler checks the start of a path only.
#[derive(Debug, ODataResource)]
#[odata(namespace = "shop", key("place/all" = "all"))]
struct Faulty {
    place: Place,
}

fn place(text: &str) -> Place {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_listed_key_has_paths_and_inherited_properties() {
    let predicate = |text: &str| {
        let place = Some(place(text));
        let berth = Berth { place, no: 7 };
        key_predicate(&berth).unwrap_or_else(|error| error.to_string())
    };
    assert_eq!(
        predicate(r#"{"pier":"a b","inner":{"gate":2,"all":[]},"all":[]}"#),
        "(gate=2,pier='a%20b',no=7)"
    );
    for text in [
        r#"{"pier":"a","inner":{"gate":null,"all":[]},"all":[]}"#,
        r#"{"pier":"a","inner":null,"all":[]}"#,
        r#"{"pier":"a","all":[]}"#,
    ] {
        assert_eq!(
            predicate(text),
            "`place/inner/gate` is part of the key and has no value at /place/inner/gate",
            "{text}"
        );
    }
    let special = Special {
        base: Noted {
            note: "n".to_owned(),
        },
    };
    assert_eq!(key_predicate(&special).unwrap(), "('n')");
    assert_eq!(key_predicate(&Most { base: special }).unwrap(), "('n')");
}

#[test]
fn the_values_of_a_listed_key_are_in_its_order() {
    let berths = EntitySet::of::<Berth>("Berths");
    assert_eq!(
        berths.id_of_key(&(7, 2, "a")).unwrap(),
        "Berths(no=7,gate=2,pier='a')"
    );
    for (error, text) in [
        (
            berths.id_of_key(&7),
            "the key of `shop.berth` has 3 properties; expected a tuple with the values of no, gate, pier",
        ),
        (
            berths.id_of_key(&(7, "x", "a")),
            "expected an Edm.Int32 such as 2147483647, found \"\\\"x\\\"\": it must be a whole number, without fraction or exponent at /place/inner/gate",
        ),
    ] {
        assert_eq!(error.unwrap_err().to_string(), text);
    }
}

#[test]
fn a_path_that_leads_to_no_single_value_is_an_error() {
    let place = place(r#"{"all":[1]}"#);
    assert_eq!(
        key_predicate(&Faulty { place }).unwrap_err().to_string(),
        "`place/all` of the key of `shop.faulty` is not a property with a single value"
    );
}

/// CSDL 4.01 §6.5 does not allow a key of `Edm.Double`. The compiler rejects it, but only where the type parameter is known.
#[test]
fn a_type_that_no_key_may_have_is_an_error() {
    let error = key_predicate(&Scale { weight: 1.5_f64 }).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`Edm.Double` is not allowed in a key at /weight"
    );
}

crate::round_trip::round_trips! {
    types: [Keyed<i64>, Defined, Book, Price, Scale<i64>, Place, Berth, Special, Noted, Most, Faulty],
    hierarchies: [AnyItem { Book }],
    enumerations: [Colour],
    values: [
        "code": r#""c""#,
        "id": r#""7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8""#,
        "wait": r#""PT1S""#,
        "number": "5",
    ],
}
