use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "Thing")]
struct Thing {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "Rack", any_version)]
struct Rack {
    #[odata(base)]
    base: Thing,
}

fn main() {}
