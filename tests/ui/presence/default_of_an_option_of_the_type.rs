use odata_core::ODataResource;

fn one() -> Option<i32> {
    Some(1)
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default = one)]
    copies: i32,
}

fn main() {}
