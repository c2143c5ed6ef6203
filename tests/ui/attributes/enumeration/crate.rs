use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", crate("odata"))]
enum State {
    Draft,
}

fn main() {}
