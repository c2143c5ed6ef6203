use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", default)]
struct Order {
    count: i32,
}

fn main() {}
