use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(cfg(feature = "keys"), key)]
    id: i64,
}

fn main() {}
