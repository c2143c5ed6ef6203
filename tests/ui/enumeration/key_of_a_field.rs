use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[odata(nullable = false)]
    Draft,
}

fn main() {}
