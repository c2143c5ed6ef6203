use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "contoso..shop")]
struct Order {
    note: Option<String>,
}

fn main() {}
