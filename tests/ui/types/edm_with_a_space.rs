use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "shop.my money")]
    price: String,
}

fn main() {}
