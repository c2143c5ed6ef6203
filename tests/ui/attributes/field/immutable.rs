use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(immutable = true)]
    total: Option<i32>,
}

fn main() {}
