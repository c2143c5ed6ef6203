use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Address {
    street: String,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer {
    #[odata(case_insensitive)]
    home: Option<Address>,
}

fn main() {}
