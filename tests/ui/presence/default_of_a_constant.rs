use odata_core::ODataResource;

const ONE: i32 = 1;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default = ONE)]
    copies: i32,
}

fn main() {}
