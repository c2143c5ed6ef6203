use odata_core::ODataResource;

#[derive(Default, ODataResource)]
#[odata(namespace = "shop", default = "new")]
struct Order {
    note: Option<String>,
}

fn main() {}
