use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", name = Order)]
struct PurchaseOrder {
    note: Option<String>,
}

fn main() {}
