use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer {
    #[odata(key)]
    id: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key, navigation)]
    customer: Option<Customer>,
}

fn main() {}
