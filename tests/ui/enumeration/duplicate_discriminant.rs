use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum State {
    Draft = 1,
    Sent = 1,
}

fn main() {}
