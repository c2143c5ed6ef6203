use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.DateTime")]
    placed: String,
    #[odata(edm = "Edm.Time")]
    opens: String,
    #[odata(edm = "Edm.Float")]
    weight: f64,
    #[odata(edm = "edm.uuid")]
    id: String,
}

fn main() {}
