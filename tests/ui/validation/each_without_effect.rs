use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Size {
    width: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(each(required)))]
    notes: Vec<Option<String>>,
    #[odata(validate(each(skip)))]
    sizes: Vec<Size>,
}

fn main() {}
