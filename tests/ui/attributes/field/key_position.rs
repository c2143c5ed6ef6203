use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key, key_position = 0)]
    total: i32,
    #[odata(key_position = 2)]
    line: i32,
}

fn main() {}
