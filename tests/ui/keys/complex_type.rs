use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = complex)]
struct Address {
    #[odata(key)]
    id: i32,
}

fn main() {}
