use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Animal {}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Dog {
    #[odata(base)]
    animal: Animal,
}

#[derive(ODataResource)]
#[odata(hierarchy = Animal, accessors = no)]
enum AnyAnimal {
    Dog(Dog),
}

fn main() {}
