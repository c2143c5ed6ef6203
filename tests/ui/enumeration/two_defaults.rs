use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[odata(default)]
    Draft,
    #[odata(default)]
    Sent,
}

fn main() {}
