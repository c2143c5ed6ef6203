use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", open)]
struct Order {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(dynamic_properties)]
    even_more: DynamicProperties,
}

fn main() {}
