use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", name = "item")]
struct Item<T> {
    title: T,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", name = "item")]
struct Book<T> {
    #[odata(base)]
    item: Item<T>,
}

fn main() {}
