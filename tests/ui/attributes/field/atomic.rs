use odata_core::ODataResource;

#[derive(Clone, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Order {
    #[odata(atomic = true)]
    total: Option<i32>,
}

fn main() {}
