use odata_core::ODataResource;

#[derive(serde::Serialize, serde::Deserialize, PartialEq)]
struct Money(u32);

impl odata_core::ODataType for Money {
    const NAME: &'static str = "Edm.Int64";
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = Money(1))))]
    total: Option<Money>,
}

fn main() {}
