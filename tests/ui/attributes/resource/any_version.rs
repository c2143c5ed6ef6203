use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "Rack", any_version = "v1_2_0")]
struct Rack {
    height: Option<i32>,
}

fn main() {}
