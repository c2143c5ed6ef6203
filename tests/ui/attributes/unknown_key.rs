use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", colour = "red")]
struct Order {
    note: Option<String>,
}

fn main() {}
