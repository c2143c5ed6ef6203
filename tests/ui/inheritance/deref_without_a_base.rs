use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", deref)]
struct Order {
    note: Option<String>,
}

fn main() {}
