use odata_core::ODataResource;


const TYPES: &[&str] = &["zoo.bear", "zoo.lion"];

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal, known = TYPES)]
enum AnyAnimal {
    Animal(Animal),
}

fn main() {}
