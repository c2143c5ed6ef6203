use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(any_name = "Unit Price")]
    price: Option<i32>,
}

fn main() {}
