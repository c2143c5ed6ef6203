use odata_core::{Nav, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Order {
    #[odata(null_collection)]
    total: Option<i32>,
    #[odata(null_collection)]
    buyer: Nav<Order>,
    #[odata(null_collection)]
    lines: Option<Option<Vec<i32>>>,
    #[odata(null_collection, with = text)]
    words: Vec<String>,
}

fn main() {}
