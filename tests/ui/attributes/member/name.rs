use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    #[odata(name("draft"))]
    Draft,
}

fn main() {}
