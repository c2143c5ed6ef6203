use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata = "shop"]
struct Order {
    note: Option<String>,
}

fn main() {}
