use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", deref = base)]
struct Order {
    note: Option<String>,
}

fn main() {}
