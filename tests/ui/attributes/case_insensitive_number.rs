use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(case_insensitive)]
    count: i32,
}

fn main() {}
