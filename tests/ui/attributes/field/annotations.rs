use odata_core::{Annotations, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(annotations(custom))]
    annotations: Annotations,
}

fn main() {}
