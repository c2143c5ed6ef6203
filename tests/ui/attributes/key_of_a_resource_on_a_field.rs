use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(abstract)]
    note: Option<String>,
}

fn main() {}
