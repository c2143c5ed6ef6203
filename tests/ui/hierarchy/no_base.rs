use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Dog {}

#[derive(ODataResource)]
enum AnyAnimal {
    Dog(Dog),
}

fn main() {}
