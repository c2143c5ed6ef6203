use odata_core::ODataResource;

#[derive(Clone, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(atomic)]
    total: Option<i32>,
}

fn main() {}
