use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = "2")))]
    copies: i32,
}

fn main() {}
