use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Address {
    street: String,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer {
    #[odata(edm = "Edm.Guid")]
    homes: Vec<Address>,
}

fn main() {}
