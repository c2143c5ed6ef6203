use odata_core::{ODataResource, edm::Binary};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key)]
    hash: Binary,
}

fn main() {}
