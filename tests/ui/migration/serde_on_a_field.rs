use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[serde(rename = "text")]
    note: Option<String>,
}

fn main() {}
