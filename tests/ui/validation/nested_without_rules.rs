use odata_core::ODataResource;

#[derive(serde::Serialize, serde::Deserialize)]
struct Money(u32);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.Int64", validate(nested))]
    total: Option<Money>,
}

fn main() {}
