use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(dynamic_properties, default)]
    more: DynamicProperties,
}

fn main() {}
