use odata_core::{ODataEnum, ODataResource};


#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {}

#[derive(ODataEnum)]
#[odata(namespace = "zoo")]
enum Diet {
    Plants,
    Meat,
}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
    Diet(Diet),
}

fn main() {}
