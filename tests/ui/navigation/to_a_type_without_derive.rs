use odata_core::{NavCollection, ODataResource};


struct Order {
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Customer<T> {
    note: T,
    orders: NavCollection<Box<Order>>,
}

fn main() {}
