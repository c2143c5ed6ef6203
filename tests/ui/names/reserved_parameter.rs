use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<__A> {
    data: Option<__A>,
}

fn main() {}
