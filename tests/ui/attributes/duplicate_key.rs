use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", name = "order")]
#[odata(name = "Order")]
struct Order {
    note: Option<String>,
}

fn main() {}
