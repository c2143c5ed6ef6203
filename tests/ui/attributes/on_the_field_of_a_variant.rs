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
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(#[odata(default)] Book),
}

fn main() {}
