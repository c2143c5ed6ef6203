use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(each(range(min = 1))))]
    copies: i32,
}

fn main() {}
