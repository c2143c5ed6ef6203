use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(control = true)]
    control: Option<String>,
}

fn main() {}
