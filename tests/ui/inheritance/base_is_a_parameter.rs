use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book<B> {
    #[odata(base)]
    base: B,
    pages: Option<i32>,
}

fn main() {}
