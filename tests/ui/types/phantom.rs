use odata_core::ODataResource;

use std::marker::PhantomData;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    marker: PhantomData<i32>,
}

fn main() {}
