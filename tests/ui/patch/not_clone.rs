use odata_core::ODataResource;

#[derive(PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Customer {
    name: Option<String>,
}

fn main() {}
