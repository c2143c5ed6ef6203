use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key, edm = "Edm.Double")]
    price: f64,
}

fn main() {}
