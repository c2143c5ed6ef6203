use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", rename_all = "snake_case")]
enum State {
    Draft,
}

fn main() {}
