use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Dog {}

#[derive(ODataResource)]
#[odata(hierarchy)]
enum AnyAnimal {
    Dog(Dog),
}

fn main() {}
