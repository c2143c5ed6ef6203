use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", patch)]
struct Order {
    #[odata(atomic)]
    count: i32,
}

fn main() {}
