use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Bear {
    #[odata(base)]
    animal: Animal,
}

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Stone {
    weight: Option<i32>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
    Bear(Bear),
}

#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Enclosure {
    #[odata(declared_type = Bear)]
    oldest: Option<Animal>,
}

fn main() {}
