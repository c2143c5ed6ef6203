use odata_core::{DynamicResource, ODataResource};

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
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Dog(Dog),
    #[odata(other = true)]
    Other(DynamicResource),
}

fn main() {}
