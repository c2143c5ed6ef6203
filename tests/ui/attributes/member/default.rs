use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[odata(default = true)]
    Draft,
}

fn main() {}
