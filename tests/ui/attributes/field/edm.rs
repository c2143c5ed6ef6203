use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.DateTimeOfset")]
    sent: Option<String>,
}

fn main() {}
