use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(length(min = 1), length(max = 2)))]
    name: String,
}

fn main() {}
