use odata_core::{ODataEnum, ODataResource, edm};

type Cents = i32;

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Open,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "Edm.DateTimeOffset")]
    day: edm::Date,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Price {
    #[odata(edm = "Edm.String")]
    amount: Option<Cents>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Delivery {
    #[odata(edm = "Edm.Int32")]
    states: Vec<State>,
}

#[derive(ODataResource)]
#[odata(namespace = "net")]
struct Host {
    #[odata(edm = "edm.string")]
    address: std::net::IpAddr,
}

fn main() {}
