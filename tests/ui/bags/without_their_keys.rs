use odata_core::{Annotations, ControlInformation, DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    more: DynamicProperties,
    annotations: Annotations,
    control: ControlInformation,
}

fn main() {}
