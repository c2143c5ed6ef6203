use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Document)]
enum AnyDocument {
    Document(Document),
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    document: AnyDocument,
    total: Option<i32>,
}

fn main() {}
