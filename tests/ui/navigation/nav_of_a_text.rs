use odata_core::{Nav, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    name: Nav<String>,
}

fn main() {}
