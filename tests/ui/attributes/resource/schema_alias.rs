use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "contoso.shop", schema_alias = "the shop")]
struct Order {
    note: Option<String>,
}

fn main() {}
