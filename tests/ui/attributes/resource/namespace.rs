use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace)]
struct Order {
    note: Option<String>,
}

fn main() {}
