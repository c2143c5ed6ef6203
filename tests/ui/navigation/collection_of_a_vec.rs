use odata_core::{NavCollection, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    count: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    lines: NavCollection<Vec<Line>>,
}

fn main() {}
