use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", open_type)]
struct Order {
    #[odata(max_length = 3)]
    name: String,
    #[odata(read_only)]
    count: i32,
}

fn main() {}
