use odata_core::{ODataEnum, ODataResource};

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(navigation)]
    state: State,
}

fn main() {}
