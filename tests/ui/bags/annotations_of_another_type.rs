use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(annotations)]
    annotations: DynamicProperties,
}

fn main() {}
