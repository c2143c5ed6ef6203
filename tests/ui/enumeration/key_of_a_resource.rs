use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", abstract)]
enum State {
    Draft,
}

fn main() {}
