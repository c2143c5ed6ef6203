use odata_core::{ODataEnum, ODataResource, json};

#[derive(ODataEnum)]
#[odata(namespace = "shop", open)]
struct Address {
    city: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    address: Address,
}

fn main() {
    let _ = json::from_str::<Order>("{}");
}
