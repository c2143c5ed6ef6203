use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    count: Box<Option<i32>>,
}

fn main() {}
