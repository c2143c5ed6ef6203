use odata_core::ODataResource;

struct Money(u32);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.Int64")]
    total: Option<Money>,
}

fn main() {}
