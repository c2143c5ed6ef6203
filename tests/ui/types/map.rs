use odata_core::ODataResource;

use std::collections::HashMap;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    names: HashMap<String, String>,
}

fn main() {}
