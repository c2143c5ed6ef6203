use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    #[odata(key)]
    id: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = complex)]
struct Order {
    #[odata(base)]
    document: Document,
    total: Option<i32>,
}

fn main() {}
