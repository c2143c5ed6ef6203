use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default)]
    count: Option<i32>,
}

fn main() {}
