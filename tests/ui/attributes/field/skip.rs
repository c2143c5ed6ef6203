use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(skip = true)]
    note: Option<String>,
}

fn main() {}
