use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "hr", abstract)]
struct Person {}

enum AnyPerson {
    Person(Person),
}

#[derive(ODataResource)]
#[odata(namespace = "hr")]
struct Team {
    #[odata(derived_types(Person))]
    leader: Option<AnyPerson>,
}

fn main() {}
