use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[odata(name = "on-hold")]
    OnHold,
}

fn main() {}
