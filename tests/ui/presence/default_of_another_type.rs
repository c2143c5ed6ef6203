use odata_core::ODataResource;

fn one() -> &'static str {
    "1"
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default = one)]
    copies: i32,
}

fn main() {}
