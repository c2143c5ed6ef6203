use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = false)))]
    is_paid: bool,
    #[odata(validate(each(range(max = true))))]
    marks: Vec<Option<bool>>,
}

fn main() {}
