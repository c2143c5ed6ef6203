use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", case_insensitive)]
enum State {
    Draft,
    #[odata(name = "DRAFT")]
    Sketch,
}

fn main() {}
