use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "Edm")]
struct Order {
    note: Option<String>,
}

fn main() {}
