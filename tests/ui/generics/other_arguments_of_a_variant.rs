use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item<T> {
    size: Option<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book<T> {
    #[odata(base)]
    base: Item<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Atlas {
    #[odata(base)]
    base: Book<i64>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item<i32>)]
enum AnyItem {
    Item(Item<i32>),
    Book(Book<String>),
    Atlas(Box<Atlas>),
}

fn main() {}
