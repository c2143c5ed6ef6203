use odata_core::ODataResource;

#[derive(ODataResource)]
struct Order {
    note: Option<String>,
}

fn main() {}
