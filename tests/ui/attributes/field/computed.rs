use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(computed(on = "insert"))]
    total: Option<i32>,
}

fn main() {}
