use odata_core::ODataResource;

#[derive(serde::Serialize, serde::Deserialize, PartialEq)]
struct Money(u32);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.Int64", validate(range(min = Money(1))))]
    total: Option<Money>,
}

fn main() {}
