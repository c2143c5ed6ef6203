use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", deny_undeclared)]
struct Order {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

fn main() {}
