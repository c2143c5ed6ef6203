use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key)]
    id: Option<Option<String>>,
}

fn main() {}
