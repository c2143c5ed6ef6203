use odata_core::ODataResource;

struct Own;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Wrapper<T> {
    value: T,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    wrapper: Option<Wrapper<Own>>,
}

fn main() {}
