use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(each()))]
    copies: Vec<i32>,
}

fn main() {}
