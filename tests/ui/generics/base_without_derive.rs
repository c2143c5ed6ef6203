use odata_core::ODataResource;

struct Item<T> {
    title: T,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book<T> {
    #[odata(base)]
    item: Item<T>,
    pages: Option<i32>,
}

fn main() {}
