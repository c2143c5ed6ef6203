use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(case_insensitive = true)]
    state: Option<String>,
}

fn main() {}
