use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(name = "2ndNote")]
    second_note: Option<String>,
}

fn main() {}
