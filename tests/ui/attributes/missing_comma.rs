use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop" abstract)]
struct Order {
    note: Option<String>,
}

fn main() {}
