use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Party {
    name: Option<String>,
}

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Customer {
    #[odata(base)]
    base: Party,
    note: Option<String>,
}

fn main() {}
