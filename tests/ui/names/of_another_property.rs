use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    note: Option<String>,
    #[odata(name = "note")]
    second_note: Option<String>,
}

fn main() {}
