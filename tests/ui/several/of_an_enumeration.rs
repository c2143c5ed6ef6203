use odata_core::{ODataEnum, ODataResource};

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "shop", flag, underlying = "Edm.Int128")]
enum State {
    #[odata(value = one)]
    Draft,
    #[odata(name = "draft")]
    Sent,
    Returned(u8),
    #[odata(other)]
    Other,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    state: Option<State>,
    states: Vec<State>,
}

fn main() {
    let order: Order = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&order).unwrap();
}
