use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata]
struct Order {
    note: Option<String>,
}

fn main() {}
