use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "Edm.shop", kind = complex, deref)]
struct Order {
    #[odata(key)]
    ids: Vec<i32>,
    #[odata(name = "ids")]
    numbers: Vec<i32>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(dynamic_properties)]
    even_more: DynamicProperties,
}

fn main() {
    let order: Order = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&order).unwrap();
}
