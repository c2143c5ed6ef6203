use odata_core::{ODataResource, json};

trait Unit {
    type Value;
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Amount<U: Unit> {
    value: Option<U::Value>,
}

struct Pieces;

impl Unit for Pieces {
    type Value = u64;
}

fn main() {
    let _ = json::from_str::<Amount<Pieces>>("{}");
}
