use std::borrow::Cow;

use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    note: &str,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {
    title: Option<Cow<str>>,
}

fn main() {}
