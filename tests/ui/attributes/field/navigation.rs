use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(navigation = "customer")]
    customer: Option<String>,
}

fn main() {}
