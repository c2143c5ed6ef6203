use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", patch = OrderPatch)]
struct Order {
    note: Option<String>,
}

fn main() {}
