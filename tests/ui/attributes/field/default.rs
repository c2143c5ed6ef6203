use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default = 3)]
    copies: i32,
}

fn main() {}
