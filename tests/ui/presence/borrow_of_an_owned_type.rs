use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(borrow)]
    note: Option<String>,
}

fn main() {}
