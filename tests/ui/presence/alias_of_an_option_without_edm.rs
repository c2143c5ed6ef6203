use odata_core::ODataResource;

type Maybe = Option<String>;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    note: Maybe,
}

fn main() {}
