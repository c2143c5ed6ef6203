use odata_core::ODataResource;

type Maybe = Option<String>;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.String")]
    note: Maybe,
}

fn main() {}
