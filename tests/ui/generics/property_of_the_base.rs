use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

// The constants of a generic type are evaluated in its reader.
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
