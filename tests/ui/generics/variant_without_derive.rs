use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item<T> {
    data: Option<T>,
}

struct Lamp;

#[derive(ODataResource)]
#[odata(hierarchy = Item<T>)]
enum AnyItem<T> {
    Item(Item<T>),
    Lamp(Box<Lamp>),
}

fn main() {}
