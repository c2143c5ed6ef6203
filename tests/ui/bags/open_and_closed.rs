use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", open, deny_undeclared)]
struct Order {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

fn main() {}
