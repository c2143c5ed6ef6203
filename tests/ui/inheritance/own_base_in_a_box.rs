use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    base: Box<Order>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Parcel {
    #[odata(base)]
    base: Option<Box<Self>>,
}

fn main() {}
