use odata_core::ODataResource;

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
#[odata(namespace = "shop")]
struct Cat {
    #[odata(base)]
    animal: Animal,
}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    #[odata(default)]
    Dog(Dog),
    #[odata(default)]
    Cat(Cat),
}

fn main() {}
