use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(lenght(max = 3), rnge(min = 1)))]
    note: Option<String>,
}

fn main() {}
