use odata_core::{ODataEnum, ODataResource};

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "shop")]
enum Status {
    Ordered,
    Delivered,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(one_of("ordered")))]
    status: Status,
}

fn main() {}
