use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    count: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key)]
    line: Line,
}

fn main() {}
