use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(with = cents)]
    total: Option<i64>,
}

fn main() {}
