use odata_core::{Flags, ODataEnum, ODataResource};

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
    Sent,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    state: Flags<State>,
}

fn main() {}
