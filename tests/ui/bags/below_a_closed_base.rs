use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", deny_undeclared)]
struct Item {}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    item: Item,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

fn main() {}
