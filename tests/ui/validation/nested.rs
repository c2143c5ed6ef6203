use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    count: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(nested))]
    line: Line,
}

fn main() {}
