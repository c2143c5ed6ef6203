use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Collection(Edm.String)")]
    notes: Vec<String>,
}

fn main() {}
