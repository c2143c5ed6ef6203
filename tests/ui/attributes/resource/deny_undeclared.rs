use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", deny_undeclared = true)]
struct Order {
    note: Option<String>,
}

fn main() {}
