//! PATCH types (Protocol 4.01 §11.4.3).

#![allow(
    clippy::field_reassign_with_default,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and sets what it is about"
)]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod diff;
mod generic;
mod read;

use odata_core::{
    DynamicProperties, ErrorKind, ODataEnum, ODataResource, Patchable, ReadOptions, Validate,
    Version, WriteOptions,
    edm::{Date, Decimal},
    json,
};

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "shop")]
enum Status {
    Active,
    Closed,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Address {
    street: Option<String>,
    city: Option<String>,
    #[odata(computed)]
    geo_hash: Option<String>,
}

/// A complex type with required properties.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Period {
    from: Date,
    to: Date,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Colour {
    red: u8,
    green: u8,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Party {
    #[odata(key)]
    id: i64,
    name: String,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref, patch)]
struct Customer {
    #[odata(base)]
    party: Party,
    #[odata(validate(length(max = 5)))]
    note: Option<String>,
    credit: Option<Decimal>,
    status: Option<Status>,
    tags: Vec<String>,
    address: Option<Address>,
    billing: Option<Box<Address>>,
    valid: Option<Period>,
    #[odata(nullable = false)]
    score: Option<f64>,
    #[odata(atomic)]
    colour: Option<Colour>,
    #[odata(computed)]
    turnover: Option<i64>,
    nick: Option<Option<String>>,
}

fn customer() -> Customer {
    let mut customer = Customer {
        party: Party {
            id: 1,
            name: "Ada".to_owned(),
            ..Party::default()
        },
        note: Some("x".to_owned()),
        tags: vec!["a".to_owned(), "b".to_owned()],
        address: Some(Address {
            street: Some("High Street".to_owned()),
            city: Some("Leeds".to_owned()),
            geo_hash: Some("gcw".to_owned()),
        }),
        turnover: Some(5),
        ..Customer::default()
    };
    customer.more.insert("size", &1).unwrap();
    customer
}

const TAG: &str = r##""@odata.type":"#shop.customer""##;

crate::round_trip::round_trips! {
    types: [Address, Period, Colour, Party, Customer],
    hierarchies: [],
    enumerations: [Status],
}
