use odata_core::{ODataEnum, ODataResource};

#[derive(ODataResource, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Open,
    Closed,
}

fn main() {}
