use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(name = "@odata.etag")]
    etag: Option<String>,
}

fn main() {}
