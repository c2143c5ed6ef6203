use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", open)]
struct Order {
    #[odata(base)]
    document: Document,
    total: Option<i32>,
}

fn main() {}
