use odata_core::ODataResource;

#[derive(serde::Serialize, serde::Deserialize)]
enum State {
    Draft,
    Sent,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(edm = "shop.state", validate(one_of(State::Draft)))]
    state: State,
}

fn main() {}
