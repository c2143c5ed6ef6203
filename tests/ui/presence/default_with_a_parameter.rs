use odata_core::ODataResource;

fn copies(order: i32) -> i32 {
    order
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default = copies)]
    copies: i32,
}

fn main() {}
