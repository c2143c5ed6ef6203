use odata_core::ODataResource;

struct Cache;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(skip)]
    cache: Cache,
}

fn main() {}
