use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(nullable = false)]
    note: Option<Option<String>>,
}

fn main() {}
