use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(id = "url")]
    url: Option<String>,
}

fn main() {}
