use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", nullable = false)]
struct Order {
    note: Option<String>,
}

fn main() {}
