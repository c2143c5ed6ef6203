use odata_core::{DynamicResource, ODataResource};


const TYPES: &[&str] = &["bear", "lion"];

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal, known = TYPES)]
enum AnyAnimal {
    Animal(Animal),
    #[odata(other)]
    Other(DynamicResource),
}

fn main() {}
