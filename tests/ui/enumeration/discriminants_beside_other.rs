use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft = 1,
    #[odata(other)]
    Other(String),
}

fn main() {}
