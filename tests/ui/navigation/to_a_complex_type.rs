use odata_core::{Nav, ODataResource};


#[derive(ODataResource)]
#[odata(namespace = "shop", kind = complex)]
struct Address {
    street: String,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer {
    home: Nav<Address>,
}

fn main() {}
