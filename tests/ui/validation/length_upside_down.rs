use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(length(min = 5, max = 1)))]
    name: String,
}

fn main() {}
