use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {}

#[derive(ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Item(Item),
    Any(Box<AnyItem>),
}

fn main() {}
