use odata_core::{Nav, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {
    #[odata(key)]
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Order {
    #[odata(atomic)]
    item: Nav<Item>,
}

fn main() {}
