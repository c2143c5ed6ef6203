use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
#[serde(rename_all = "camelCase")]
enum State {
    Draft,
}

fn main() {}
