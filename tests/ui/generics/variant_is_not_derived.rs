use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item<T> {
    data: Option<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Chair<T> {
    data: Option<T>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item<T>)]
enum AnyItem<T> {
    Chair(Chair<T>),
}

fn main() {}
