use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(length(max = 3))]
    name: String,
}

fn main() {}
