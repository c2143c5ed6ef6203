use odata_core::ODataResource;

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item {
    #[odata(key)]
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    item: Option<ItemPatch>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Orders {
    items: Vec<ItemPatch>,
}

fn main() {}
