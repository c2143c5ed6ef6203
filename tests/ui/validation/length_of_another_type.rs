use odata_core::ODataResource;

const MAX: u64 = 64;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(length(max = MAX)))]
    note: Option<String>,
}

fn main() {}
