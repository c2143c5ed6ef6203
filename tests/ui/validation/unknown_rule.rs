use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(lenght(max = 64)))]
    note: Option<String>,
}

fn main() {}
