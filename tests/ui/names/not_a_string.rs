use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = shop)]
struct Order {
    note: Option<String>,
}

fn main() {}
