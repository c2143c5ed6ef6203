use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(crate = 5, namespace = "shop")]
struct Order {
    note: Option<String>,
}

fn main() {}
