use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity, abstract)]
struct Thing {
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", key("id"))]
struct Order {
    #[odata(base)]
    thing: Thing,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", key("number"))]
struct Item {
    #[odata(base)]
    thing: Thing,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Urgent {
    #[odata(base)]
    order: Order,
    #[odata(key)]
    date: String,
}

fn main() {
    let _ = (Order::TYPE, Item::TYPE, Urgent::TYPE);
}
