use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[serde(rename = "draft")]
    Draft,
    #[serde(other)]
    Sent,
}

fn main() {}
