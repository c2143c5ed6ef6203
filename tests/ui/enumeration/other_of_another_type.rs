use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
    #[odata(other)]
    Other(u32),
}

fn main() {}
