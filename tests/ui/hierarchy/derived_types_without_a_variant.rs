use odata_core::{NavCollection, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "hr", abstract, kind = entity)]
struct Person<T> {
    name: T,
}

#[derive(ODataResource)]
#[odata(namespace = "hr")]
struct Manager {
    #[odata(base)]
    person: Person<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "hr")]
struct Robot {
    #[odata(base)]
    person: Person<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Person<String>)]
enum AnyPerson {
    Manager(Manager),
}

#[derive(ODataResource)]
#[odata(namespace = "hr")]
struct Team {
    #[odata(derived_types(Manager, Robot))]
    leaders: Vec<AnyPerson>,
}

#[derive(ODataResource)]
#[odata(namespace = "hr", kind = entity)]
struct Floor {
    #[odata(derived_types(Robot))]
    cleaners: NavCollection<AnyPerson>,
}

fn main() {}
