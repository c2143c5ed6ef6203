use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item<T> {
    data: Option<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Lamp<T> {
    #[odata(base)]
    item: Item<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", name = "lamp")]
struct Light<T> {
    #[odata(base)]
    item: Item<T>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item<T>)]
enum AnyItem<T> {
    Lamp(Lamp<T>),
    Light(Light<T>),
}

fn main() {}
