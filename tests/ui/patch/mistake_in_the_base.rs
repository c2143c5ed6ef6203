use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstrct, patch)]
struct Party {
    id: i32,
}

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Person {
    #[odata(base)]
    party: Party,
}

fn main() {}
