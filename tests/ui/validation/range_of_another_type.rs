use odata_core::ODataResource;

const MIN: i64 = 1;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = MIN)))]
    count: i32,
}

fn main() {}
