use std::time::{Duration, SystemTime};

use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Delivery {
    left: SystemTime,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Route {
    stops: Vec<Duration>,
}

fn main() {}
