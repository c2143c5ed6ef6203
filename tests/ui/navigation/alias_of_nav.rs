use odata_core::{NavCollection, ODataResource};


#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(key)]
    id: i64,
}

type Orders = NavCollection<Order>;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer {
    orders: Orders,
}

fn main() {}
