use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    counts: Option<Option<Vec<i32>>>,
}

fn main() {}
