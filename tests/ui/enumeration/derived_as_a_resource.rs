use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
enum State {
    Draft,
    Sent,
}

fn main() {}
