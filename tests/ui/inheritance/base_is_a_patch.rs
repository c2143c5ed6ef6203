use odata_core::ODataResource;

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    base: ItemPatch,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Listed<T> {
    #[odata(base)]
    base: ItemPatch,
    place: Option<T>,
}

fn main() {}
