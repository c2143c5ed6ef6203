use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem<T> {
    Item(Item),
    Special(T),
}

fn main() {}
