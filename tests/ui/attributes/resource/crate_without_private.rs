use odata_core::ODataResource;

mod my_odata {
    #[allow(unused_imports)]
    pub use odata_core::{ODataResource, json};
}

#[derive(ODataResource)]
#[odata(namespace = "shop", crate = my_odata)]
struct Order {
    note: Option<String>,
}

fn main() {}
