use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "odata.shop")]
struct Order {
    note: Option<String>,
}

fn main() {}
