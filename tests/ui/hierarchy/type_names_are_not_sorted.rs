use odata_core::{DynamicResource, ODataResource, model::TypeNames};

static TYPES: TypeNames = TypeNames::new(&["shop.dog", "shop.cat"]);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal, known = TYPES.names())]
enum AnyAnimal {
    Animal(Animal),
    #[odata(other)]
    Other(DynamicResource),
}

fn main() {}
