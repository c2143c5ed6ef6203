use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(each(length(min = 5, max = 1))))]
    names: Vec<String>,
}

fn main() {}
