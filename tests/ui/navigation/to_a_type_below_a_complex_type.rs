use odata_core::{Nav, NavCollection, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = complex)]
struct Place {
    town: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Street {
    #[odata(base)]
    base: Place,
}

#[derive(ODataResource)]
#[odata(hierarchy = Place)]
enum AnyPlace {
    Place(Place),
    Street(Street),
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Shop {
    street: Nav<Street>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Chain<T> {
    places: NavCollection<AnyPlace>,
    others: Nav<T>,
}

fn main() {}
