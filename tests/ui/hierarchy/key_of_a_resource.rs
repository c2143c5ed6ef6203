use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Dog {}

#[derive(ODataResource)]
#[odata(hierarchy = Dog, namespace = "shop")]
enum AnyDog {
    Dog(Dog),
}

fn main() {}
