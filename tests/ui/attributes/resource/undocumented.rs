use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", undocumented = true)]
struct Order {
    total: Option<i32>,
}

fn main() {}
