use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", open)]
struct Item {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", deny_undeclared)]
struct Book {
    #[odata(base)]
    item: Item,
}

fn main() {}
