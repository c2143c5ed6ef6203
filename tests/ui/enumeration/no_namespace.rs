use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
enum State {
    Draft,
}

fn main() {}
