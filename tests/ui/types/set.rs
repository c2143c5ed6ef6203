use odata_core::ODataResource;

use std::collections::HashSet;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    names: HashSet<String>,
}

fn main() {}
