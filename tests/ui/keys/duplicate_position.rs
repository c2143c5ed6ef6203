use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    #[odata(key, key_position = 1)]
    order: i64,
    #[odata(key, key_position = 1)]
    number: i32,
}

fn main() {}
