use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", abstract = true)]
struct Order {
    note: Option<String>,
}

fn main() {}
