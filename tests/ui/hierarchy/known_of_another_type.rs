use odata_core::{DynamicResource, ODataResource};

const TYPES: &str = "shop.animal";

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal, known = TYPES)]
enum AnyAnimal {
    Animal(Animal),
    #[odata(other)]
    Other(DynamicResource),
}

fn main() {}
