use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item {
    title: Option<String>,
}

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Book {
    #[odata(base)]
    item: ItemPatch,
}

fn main() {}
