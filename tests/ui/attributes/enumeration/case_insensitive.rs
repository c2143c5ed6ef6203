use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", case_insensitive = false)]
enum State {
    Draft,
}

fn main() {}
