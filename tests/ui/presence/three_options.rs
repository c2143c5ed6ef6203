use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    count: Option<Option<Option<i32>>>,
}

fn main() {}
