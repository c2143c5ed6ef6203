use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = enity)]
struct Order {
    note: Option<String>,
}

fn main() {}
