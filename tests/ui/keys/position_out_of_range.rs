use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    #[odata(key)]
    order: i64,
    #[odata(key, key_position = 3)]
    number: i32,
}

fn main() {}
