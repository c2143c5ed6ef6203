use std::collections::HashMap;

use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(dynamic_properties)]
    more: HashMap<String, String>,
}

fn main() {}
