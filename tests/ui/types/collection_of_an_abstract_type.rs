use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item {
    title: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    item: Item,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    items: Vec<Item>,
}

fn main() {}
