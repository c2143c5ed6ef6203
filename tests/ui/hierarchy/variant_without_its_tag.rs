use odata_core::ODataResource;


#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "zoo", write_type = "never")]
struct Bear {
    #[odata(base)]
    animal: Animal,
    weight: Option<i32>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal {
    Animal(Animal),
    Bear(Bear),
}

fn main() {}
