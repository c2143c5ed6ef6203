use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(one_of("new", "paid", "new")))]
    state: Option<String>,
    #[odata(validate(each(one_of(1, 1))))]
    sizes: Vec<i32>,
}

fn main() {}
