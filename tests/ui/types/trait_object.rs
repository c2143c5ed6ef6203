use std::fmt::Debug;

use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    item: Box<dyn Debug>,
    others: Vec<Box<dyn Debug + Send>>,
}

fn main() {}
