use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {}

#[derive(ODataResource)]
#[odata(hierarchy = Item, bound = "T: Clone")]
enum AnyItem {
    Item(Item),
}

fn main() {}
