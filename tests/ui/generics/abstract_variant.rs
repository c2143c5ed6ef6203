use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item<T> {
    data: Option<T>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item<T>)]
enum AnyItem<T> {
    Item(Item<T>),
}

fn main() {}
