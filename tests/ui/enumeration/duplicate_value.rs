use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[odata(value = 1)]
    Draft,
    #[odata(value = 1)]
    Sent,
}

fn main() {}
