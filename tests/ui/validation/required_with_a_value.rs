use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(required = true))]
    copies: Option<i32>,
}

fn main() {}
