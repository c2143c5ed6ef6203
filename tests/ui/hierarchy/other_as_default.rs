use odata_core::{DynamicResource, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
    #[odata(other, default)]
    Other(DynamicResource),
}

fn main() {}
