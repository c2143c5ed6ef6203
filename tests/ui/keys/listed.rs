use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Address {
    zip: String,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", key("id", "address/zip", "address/zip" = "id", "/zip" = "zip"))]
struct Branch {
    #[odata(key)]
    id: i64,
    address: Address,
}

fn main() {}
