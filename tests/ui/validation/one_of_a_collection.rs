use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(one_of("a", "b")))]
    words: Option<Vec<String>>,
}

fn main() {}
