use odata_core::ODataResource;

#[derive(serde::Serialize, serde::Deserialize, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    note: Option<String>,
}

fn main() {}
