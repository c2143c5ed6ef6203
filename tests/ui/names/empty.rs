use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(name = "")]
    note: Option<String>,
}

fn main() {}
