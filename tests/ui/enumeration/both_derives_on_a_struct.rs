use odata_core::{ODataEnum, ODataResource};

#[derive(ODataEnum, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key)]
    id: i64,
}

fn main() {}
