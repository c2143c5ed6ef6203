use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", validate(length(max = 64)))]
struct Order {
    note: Option<String>,
}

fn main() {}
