//! Hierarchies in properties, collections and other hierarchies, and their conversions.

use odata_core::{Annotations, DynamicProperties, DynamicResource, ODataResource, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", schema_alias = "z", abstract)]
struct Animal {
    name: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "zoo", schema_alias = "z", deref)]
struct Dog {
    #[odata(base)]
    animal: Animal,
    good: Option<bool>,
    friends: Vec<Pet>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "zoo", deref)]
struct Cat {
    #[odata(base)]
    animal: Animal,
    lives: i32,
}

/// Closed: an unknown type is an error.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal)]
enum Pet {
    Dog(Dog),
    Cat(Box<Cat>),
}

/// Open: a value of an unknown type is preserved. One variant is a hierarchy itself.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal)]
enum Any {
    Pet(Pet),
    #[odata(other)]
    Other(DynamicResource),
}

/// The variant for values of unknown types may be boxed.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal)]
enum Guest {
    Cat(Cat),
    #[odata(other)]
    Other(Box<DynamicResource>),
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "zoo")]
struct Cage {
    inhabitants: Vec<Pet>,
    keeper: Option<Any>,
    spare: Option<Box<Pet>>,
}

fn cat(name: &str, lives: i32) -> Cat {
    let animal = Animal {
        name: Some(name.to_owned()),
        ..Animal::default()
    };
    Cat { animal, lives }
}

#[test]
fn a_hierarchy_may_be_in_a_hierarchy_a_collection_or_a_box() {
    let text = r##"{"inhabitants":[{"@odata.type":"#zoo.dog","name":"Rex","friends":[{"@odata.type":"#zoo.cat","lives":7}]},{"@odata.type":"#zoo.cat","lives":9}],"keeper":{"@odata.type":"#zoo.human","age":41},"spare":{"@odata.type":"#zoo.cat","lives":1}}"##;
    let cage: Cage = json::from_str(text).unwrap();
    assert_eq!(
        cage.inhabitants[0].as_dog().unwrap().friends[0]
            .as_cat()
            .unwrap()
            .lives,
        7
    );
    assert!(matches!(&cage.keeper, Some(Any::Other(it)) if it.type_name() == Some("zoo.human")));
    assert_eq!(json::to_string(&cage).unwrap(), text);
    let any: Any = json::from_str(r##"{"lives":9,"@odata.type":"#zoo.cat"}"##).unwrap();
    assert!(any.as_pet().unwrap().as_cat().is_some());
    let error =
        json::from_str::<Cage>(&text.replace(r#""lives":7"#, r#""lives":null"#)).unwrap_err();
    assert_eq!(error.pointer(), "/inhabitants/0/friends/0/lives");
}

#[test]
fn variants_convert_and_have_access_to_their_base() {
    let mut pet = Pet::from(cat("Tom", 9));
    assert_eq!(pet.base().unwrap().name.as_deref(), Some("Tom"));
    pet.base_mut().unwrap().name = None;
    pet.as_cat_mut().unwrap().lives -= 1;
    let pet = pet.into_dog().unwrap_err();
    assert_eq!(pet.into_cat().unwrap().lives, 8);
    assert!(Pet::from(Box::new(cat("Tom", 9))).as_dog().is_none());
    let any = Any::from(Pet::from(Dog::default()));
    assert!(any.base().is_some() && Any::Other(DynamicResource::new()).base().is_none());
}

#[test]
fn a_hierarchy_knows_the_type_of_its_value() {
    let pet = Pet::from(cat("Tom", 9));
    assert_eq!(pet.type_name(), Some("zoo.cat"));
    assert!(pet.is_cat() && !pet.is_dog());
    let pet = Dog::try_from(pet).unwrap_err();
    assert_eq!(Cat::try_from(pet).unwrap(), cat("Tom", 9));
    let any = Any::from(Pet::from(Dog::default()));
    assert_eq!(any.type_name(), Some("zoo.dog"));
    assert!(any.is_pet() && Pet::try_from(any).is_ok());
}

#[test]
fn the_value_of_an_unknown_type_may_be_boxed() {
    let text = r##"{"@odata.type":"#zoo.human","age":41}"##;
    let guest: Guest = json::from_str(text).unwrap();
    assert!(matches!(&guest, Guest::Other(it) if it.type_name() == Some("zoo.human")));
    assert_eq!(guest.type_name(), Some("zoo.human"));
    assert_eq!(json::to_string(&guest).unwrap(), text);
}

/// Types whose names with an alias are those of other types.
mod equal_alias {
    use super::*;

    #[derive(Debug, Clone, PartialEq, ODataResource)]
    #[odata(namespace = "zoo", name = "owl", schema_alias = "birds")]
    struct Owl {
        #[odata(base)]
        animal: Animal,
    }

    #[derive(Debug, Clone, PartialEq, ODataResource)]
    #[odata(namespace = "birds", name = "owl")]
    struct BarnOwl {
        #[odata(base)]
        animal: Animal,
    }

    #[derive(Debug, Clone, PartialEq, ODataResource)]
    #[odata(hierarchy = Animal)]
    enum Bird {
        Owl(Owl),
        BarnOwl(BarnOwl),
    }

    #[test]
    fn a_namespace_is_preferred_to_an_equal_alias() {
        let bird: Bird = json::from_str(r##"{"@odata.type":"#birds.owl"}"##).unwrap();
        assert!(bird.is_barn_owl());
        let bird: Bird = json::from_str(r##"{"@odata.type":"#zoo.owl"}"##).unwrap();
        assert!(bird.is_owl());
    }

    crate::round_trip::round_trips! {
        types: [Owl, BarnOwl],
        hierarchies: [Bird { Owl, BarnOwl }],
        enumerations: [],
    }
}

crate::round_trip::round_trips! {
    types: [Dog, Cat, Cage],
    hierarchies: [Pet { Dog, Cat }, Any { Dog, Cat }, Guest { Cat }],
    enumerations: [],
}
