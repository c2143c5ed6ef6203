use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", open)]
struct Order {
    note: Option<String>,
}

fn main() {}
