use odata_core::{Nav, NavCollection, ODataResource};

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item {
    #[odata(key)]
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Shelf {
    first: Nav<ItemPatch>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Room {
    items: NavCollection<ItemPatch>,
}

fn main() {}
