use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    line_1: Option<String>,
    line1: Option<String>,
}

fn main() {}
