use odata_core::{Nav, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    count: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    line: Nav<Option<Line>>,
}

fn main() {}
