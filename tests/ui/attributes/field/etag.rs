use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(etag = weak)]
    version: Option<String>,
}

fn main() {}
