use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(nulable = false)]
    note: Option<String>,
}

fn main() {}
