use odata_core::{ODataEnum, ODataResource};

#[derive(ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Rights {
    Read = 1,
    Write = 2,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    rights: Option<Rights>,
}

fn main() {}
