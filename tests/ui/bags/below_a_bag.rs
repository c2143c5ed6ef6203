use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    document: Document,
    #[odata(dynamic_properties)]
    even_more: DynamicProperties,
    total: Option<i32>,
}

fn main() {}
