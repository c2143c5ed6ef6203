use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft,
    #[odata(name = "draft")]
    Sketch,
}

fn main() {}
