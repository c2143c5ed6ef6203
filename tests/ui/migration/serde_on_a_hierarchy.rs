use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
#[serde(tag = "@odata.type")]
enum AnyAnimal {
    Animal(Animal),
}

fn main() {}
