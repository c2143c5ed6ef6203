use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    name: std::sync::Arc<String>,
}

fn main() {}
