use odata_core::{Annotations, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(annotations, dynamic_properties)]
    everything: Annotations,
}

fn main() {}
