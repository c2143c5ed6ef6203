use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", name = "purchase-order")]
struct Order {
    note: Option<String>,
}

fn main() {}
