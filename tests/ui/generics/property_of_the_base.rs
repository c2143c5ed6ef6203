use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

// Its constants are evaluated where it is read.
#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<T> {
    #[odata(base)]
    document: Document,
    note: Option<T>,
}

fn main() {
    let _ = odata_core::json::from_str::<Order<String>>("{}");
}
