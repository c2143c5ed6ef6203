use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop", validate = is_complete)]
struct Customer {
    age: Option<i32>,
}

fn is_complete(customer: Customer) -> bool {
    customer.age.is_some()
}

fn main() {}
