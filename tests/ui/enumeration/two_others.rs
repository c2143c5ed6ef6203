use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
    #[odata(other)]
    Other(String),
    #[odata(other)]
    Unknown(String),
}

fn main() {}
