use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", name = orderState)]
enum State {
    Draft,
}

fn main() {}
