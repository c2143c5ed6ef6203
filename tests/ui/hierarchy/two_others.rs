use odata_core::{DynamicResource, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
    #[odata(other)]
    Other(DynamicResource),
    #[odata(other)]
    Unknown(DynamicResource),
}

fn main() {}
