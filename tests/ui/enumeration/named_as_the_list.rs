use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    ALL,
}

fn main() {}
