use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    item: (i64, String),
}

fn main() {}
