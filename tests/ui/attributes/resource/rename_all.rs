use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", rename_all = "pascalCase")]
struct Order {
    note: Option<String>,
}

fn main() {}
