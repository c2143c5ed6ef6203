use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
    Sent(String),
}

fn main() {}
