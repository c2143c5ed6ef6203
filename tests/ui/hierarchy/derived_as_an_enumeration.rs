use odata_core::{ODataEnum, ODataResource, json};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {}

#[derive(ODataEnum)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Item(Item),
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    first: Option<AnyItem>,
    others: Vec<AnyItem>,
}

fn main() {
    let _ = json::from_str::<Order>("{}");
}
