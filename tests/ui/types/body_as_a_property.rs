use odata_core::{Collection, Delta, ODataResource, payload::PropertyValue};

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Item {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    items: Collection<Item>,
    changes: Option<Delta<Item>>,
    total: Vec<PropertyValue<i64>>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Page<T> {
    items: Collection<T>,
}

fn main() {
    let page: Page<Item> = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&page).unwrap();
}
