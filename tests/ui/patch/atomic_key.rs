use odata_core::ODataResource;

#[derive(Clone, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Order {
    #[odata(key, atomic)]
    id: i64,
}

fn main() {}
