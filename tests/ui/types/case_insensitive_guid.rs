use odata_core::{ODataResource, edm::Guid};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(case_insensitive)]
    id: Guid,
}

fn main() {}
