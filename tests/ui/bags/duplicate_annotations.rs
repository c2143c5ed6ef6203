use odata_core::{Annotations, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(annotations)]
    more: Annotations,
}

fn main() {}
