use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", schema_alias = "Edm")]
struct Order {
    count: i32,
}

fn main() {}
