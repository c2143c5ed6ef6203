use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Address {
    zip: String,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", key("tags", "name/first" = "first", "adress/zip" = "zip"))]
struct Branch {
    name: String,
    tags: Vec<String>,
    address: Address,
}

fn main() {}
