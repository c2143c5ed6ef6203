use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
}

#[derive(ODataResource)]
#[odata(hierarchy = AnyAnimal)]
enum Guest {
    Animal(Animal),
}

fn main() {}
