use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", key = "id")]
struct Order {
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", key())]
struct Item {
    id: i64,
}

fn main() {}
