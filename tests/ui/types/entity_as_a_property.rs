use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item {
    #[odata(key)]
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    base: Item,
    sequel: Option<Box<Book>>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(Book),
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Order {
    items: Vec<AnyItem>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Basket<T> {
    gift: Option<T>,
    book: Option<Book>,
}

/// The parameters of an action may be entities.
#[derive(ODataResource)]
#[odata(namespace = "shop", write_type = "never")]
struct Send {
    book: Option<Book>,
}

fn main() {}
