use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(null_collection = true)]
    lines: Vec<i32>,
}

fn main() {}
