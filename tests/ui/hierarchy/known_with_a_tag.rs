use odata_core::{DynamicResource, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {}

const KNOWN: &[&str] = &["#shop.item"];

#[derive(ODataResource)]
#[odata(hierarchy = Item, known = KNOWN)]
enum AnyItem {
    Item(Item),
    #[odata(other)]
    Other(DynamicResource),
}

fn main() {}
