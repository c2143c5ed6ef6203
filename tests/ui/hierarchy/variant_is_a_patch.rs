use odata_core::ODataResource;

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Item(Item),
    Change(Box<ItemPatch>),
}

fn main() {}
