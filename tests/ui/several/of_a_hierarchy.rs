use odata_core::{DynamicResource, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Animal {}

#[derive(ODataResource)]
#[odata(hierarchy = Animal, tag = "kind")]
enum AnyAnimal {
    #[odata(defalt)]
    Animal(Animal),
    Beast(Animal),
    Cat,
    #[odata(other)]
    Other(DynamicResource),
    #[odata(other)]
    Unknown(DynamicResource),
}

fn main() {
    let animal: AnyAnimal = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&animal).unwrap();
}
