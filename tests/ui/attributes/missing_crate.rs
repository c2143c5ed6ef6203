use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop", crate = my_odata)]
struct Order {
    note: Option<String>,
}

fn main() {}
