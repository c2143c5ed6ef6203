//! Limits that are constants, statics, functions and parameters, beside literals.

#![deny(warnings)]

use odata_core::{ODataResource, edm::Decimal, json};

const LEAST: i32 = 1;
const SCALE: u32 = 2;
static MOST: i32 = 3;

struct Limits;

impl Limits {
    const LEAST: i64 = -4;
    const LENGTH: usize = 8;
}

fn most() -> i32 {
    3
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = LEAST, max = MOST)))]
    count: Option<i32>,
    #[odata(validate(range(min = LEAST, max = most())))]
    weight: Option<i32>,
    #[odata(validate(range(min = -LEAST, max = i32::MAX)))]
    change: Option<i32>,
    #[odata(validate(range(min = Limits::LEAST, max = 4)))]
    balance: Option<i64>,
    #[odata(validate(length(min = 0, max = Limits::LENGTH)))]
    name: Option<String>,
    #[odata(validate(each(range(min = 0, max = LEAST))))]
    parts: Vec<i32>,
    #[odata(validate(digits(precision = 9, scale = SCALE)))]
    price: Option<Decimal>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Page<const N: i32> {
    #[odata(validate(range(min = LEAST, max = N)))]
    number: Option<i32>,
}

fn main() {
    let order: Order = json::from_str(r#"{"count":2,"parts":[1]}"#).unwrap();
    assert_eq!(order.count, Some(2));
    assert!(json::from_str::<Order>(r#"{"count":4,"parts":[]}"#).is_err());
    assert!(json::from_str::<Page<5>>(r#"{"number":5}"#).is_ok());
    assert!(json::from_str::<Page<5>>(r#"{"number":6}"#).is_err());
}
