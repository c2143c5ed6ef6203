use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = complex)]
struct Address {
    street: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Depot {
    #[odata(base)]
    address: Address,
    #[odata(key)]
    id: i32,
}

fn main() {}
