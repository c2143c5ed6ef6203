use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop"; name = "x")]
struct Order {
    count: i32,
}

fn main() {}
