use odata_core::{DynamicResource, ODataResource};

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

const TYPES: &[&str] = &["shop.lamp", "shop.book"];

#[derive(ODataResource)]
#[odata(hierarchy = Item, known = TYPES)]
enum AnyItem {
    Book(Book),
    #[odata(other)]
    Other(DynamicResource),
}

fn main() {}
