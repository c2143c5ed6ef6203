use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    document: String,
    total: Option<i32>,
}

fn main() {}
