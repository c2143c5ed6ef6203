use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Order {
    note: Option<String>,
}

fn main() {}
