use odata_core::ODataEnum;

#[derive(Clone, serde::Serialize, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
}

fn main() {}
