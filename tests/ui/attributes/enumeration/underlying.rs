use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", underlying = "Int64")]
enum State {
    Draft,
}

fn main() {}
