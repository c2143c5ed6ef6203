use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(length(min = 0)))]
    name: String,
}

fn main() {}
