use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Item<T> {
    title: Option<T>,
}

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Book<T> {
    #[odata(base)]
    item: Item<T>,
    pages: Option<i32>,
}

fn main() {}
