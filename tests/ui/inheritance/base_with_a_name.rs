use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base, name = "document")]
    document: Document,
}

fn main() {}
