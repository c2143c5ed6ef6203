use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(dynamic_properties = "more")]
    more: DynamicProperties,
}

fn main() {}
