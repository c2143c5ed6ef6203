use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer {
    #[odata(validate(email, max_length = 64))]
    mail: String,
    #[odata(validate(not_null))]
    age: Option<i32>,
    #[odata(validate(min = 18))]
    children: i32,
}

fn main() {}
