use odata_core::ODataResource;

struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    document: Document,
    total: Option<i32>,
}

fn main() {}
