use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
struct State;

fn main() {}
