use odata_core::ODataResource;

// The compiler reports a type that contains itself without a box, too.
#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Part {
    #[odata(base)]
    base: Self,
}

fn main() {}
