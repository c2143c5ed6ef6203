use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", write_type = "allways")]
struct Order {
    note: Option<String>,
}

fn main() {}
