use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(undocumented = "total")]
    total: Option<i32>,
}

fn main() {}
