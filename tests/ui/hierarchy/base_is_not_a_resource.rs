use odata_core::ODataResource;

struct Animal;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Dog {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Dog(Dog),
}

fn main() {}
