use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    rows: Vec<Vec<i32>>,
}

fn main() {}
