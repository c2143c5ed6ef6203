use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Contract {
    #[odata(base)]
    document: Document,
    signed: Option<bool>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    contract: Contract,
    #[odata(name = "note")]
    order_note: Option<String>,
}

fn main() {}
