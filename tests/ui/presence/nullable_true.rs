use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(nullable = true)]
    note: Option<String>,
}

fn main() {}
