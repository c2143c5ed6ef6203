use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base, validate(length(max = 1)))]
    document: Document,
    total: Option<i32>,
}

fn main() {}
