use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(nullable = "no")]
    note: Option<String>,
}

fn main() {}
