use odata_core::ODataResource;

struct Line {
    count: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    line: Option<Line>,
}

fn main() {}
