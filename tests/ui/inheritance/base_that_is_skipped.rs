use odata_core::ODataResource;

#[derive(Default, ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base, skip)]
    document: Document,
}

fn main() {}
