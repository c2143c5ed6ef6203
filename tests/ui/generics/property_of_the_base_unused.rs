use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<T> {
    #[odata(base)]
    document: Document,
    note: Option<T>,
}

fn main() {}
