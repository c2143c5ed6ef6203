use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(rename = "text")]
    note: Option<String>,
    #[odata(flatten)]
    more: DynamicProperties,
}

fn main() {}
