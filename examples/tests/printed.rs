//! The output of the short examples.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "support/program.rs"]
mod program;

#[track_caller]
fn assert_prints(name: &str, expected: &str) {
    let output = program::run(name, &[], "");
    assert_eq!((output.code, &*output.stderr), (0, ""));
    assert_eq!(output.stdout, expected);
}

#[test]
fn own_types() {
    assert_prints(
        "own_types",
        r##"5 seats, owned by Some("Idris")
mileage Some(120000.5)
{"@odata.type":"#fleet.taxi","id":9007199254740993,"seats":5,"licence@vendor.checked":true,"licence":"T-214","mileage":120000.50,"colour":"ivory"}
"##,
    );
}

#[test]
fn hierarchy() {
    assert_prints(
        "hierarchy",
        r##"a circle of radius 1
  {"@odata.type":"#shapes.circle","radius":1.0}
a square, Some("tag last")
  {"@odata.type":"#shapes.square","label":"tag last","side":2.5}
another shape: Some("shapes.hexagon")
  {"@odata.type":"#shapes.hexagon","side":0.1000000000000000055}
"##,
    );
}

#[test]
fn open_type() {
    assert_prints(
        "open_type",
        r#"price = 79228162514264337593543950335
sizes = [1,2,3]
Some(Decimal(79228162514264337593543950335))
Some([1, 2, 3])
None
invalid type: integer `1`, expected a boolean at /sizes/0
{"@shop.checked":true,"name@display.colour":"red","name":"Lamp","sizes":["S","L"]}
"#,
    );
}

#[test]
fn enumeration() {
    assert_prints(
        "enumeration",
        r#"[Ordered, InTransit, Delivered, Other("lostAtSea")]
["ordered","inTransit","handedOver","lostAtSea"]
inTransit is Some(2)
Some(Delivered)
Delivered
["ordered", "inTransit", "handedOver"]
parcel.status.ordered
"#,
    );
}

#[test]
fn validation() {
    assert_prints(
        "validation",
        r#"length                /title: must have 3 to 40 characters, has 2
one_of                /room: must be one of `small`, `large`
looks_like_an_address /guests/1/mail: must have an @
required              /guests/2/mail: is required
ends_after_it_starts  /end: must be after `start`
false
Some("{\"title\":\"Breakfast\",\"start\":0,\"end\":10,\"guests\":[]}")
"#,
    );
}
