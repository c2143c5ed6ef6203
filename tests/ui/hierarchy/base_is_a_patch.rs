use odata_core::ODataResource;

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = ItemPatch)]
enum AnyItem {
    Item(Item),
}

fn main() {}
