//! The types derived from one base, dispatched by their tag.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, ErrorKind, ODataResource, ReadOptions, json,
    options::Unknown,
};

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

/// Closed: what it does not know is an error.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal)]
enum Pet {
    Dog(Dog),
    Cat(Box<Cat>),
}

const KNOWN: &[&str] = &["zoo.cat", "zoo.chair", "zoo.dog"];

/// Open: what it does not know is kept.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal, known = KNOWN)]
enum Any {
    Pet(Pet),
    #[odata(other)]
    Other(DynamicResource),
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Animal)]
enum MostlyDogs {
    #[odata(default)]
    Dog(Box<Dog>),
    Cat(Cat),
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
fn the_tag_picks_wherever_it_stands() {
    for text in [
        r##"{"@odata.type":"#zoo.cat","name":"Tom","lives":9}"##,
        r##"{"name":"Tom","@odata.type":"#zoo.cat","lives":9}"##,
        r##"{"name":"Tom","lives":9,"@odata.type":"zoo.cat"}"##,
    ] {
        let tom = Pet::Cat(Box::new(cat("Tom", 9)));
        assert_eq!(json::from_str::<Pet>(text).unwrap(), tom);
        assert_eq!(json::from_reader::<Pet>(text.as_bytes()).unwrap(), tom);
        assert_eq!(serde_json::from_str::<Pet>(text).unwrap(), tom);
        assert_eq!(
            serde_json::from_reader::<_, Pet>(text.as_bytes()).unwrap(),
            tom
        );
    }
    assert!(matches!(
        json::from_str(r##"{"friends":[],"@odata.type":"#z.dog"}"##),
        Ok(Pet::Dog(_))
    ));
}

#[test]
fn what_came_before_the_tag_keeps_its_errors_places() {
    let text = "{\n \"lives\": \"nine\",\n \"@odata.type\": \"#zoo.cat\"}";
    let error = json::from_str::<Pet>(text).unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Type, "/lives"));
    assert_eq!(error.line(), 2);
    let text =
        r##"{"friends":[{"lives":true,"@odata.type":"#zoo.cat"}],"@odata.type":"#zoo.dog"}"##;
    assert_eq!(
        json::from_str::<Pet>(text).unwrap_err().pointer(),
        "/friends/0/lives"
    );
}

#[test]
fn duplicates_are_found_across_the_tag() {
    let text = r##"{"lives":1,"@odata.type":"#zoo.cat","lives":2}"##;
    let error = json::from_str::<Pet>(text).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Duplicate, "/lives")
    );
    let text = r##"{"@odata.type":"#zoo.cat","lives":1,"@odata.type":"#zoo.cat"}"##;
    assert_eq!(
        json::from_str::<Pet>(text).unwrap_err().kind(),
        ErrorKind::Duplicate
    );
    let text = r##"{"lives":1,"@odata.type":"#zoo.cat","@odata.type":"#zoo.cat"}"##;
    assert_eq!(
        json::from_str::<Pet>(text).unwrap_err().kind(),
        ErrorKind::Duplicate
    );
}

#[test]
fn without_a_tag_a_closed_hierarchy_of_an_abstract_type_cannot_tell() {
    let error = json::from_str::<Pet>(r#"{"lives":9}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::MissingType, "")
    );
    assert!(
        error.expected().unwrap().contains("`zoo.dog`, `zoo.cat`"),
        "{error}"
    );
}

#[test]
fn unknown_abstract_and_foreign_types_are_told_apart() {
    let kind = |tag: &str| {
        let error = json::from_str::<Pet>(&format!(r##"{{"@odata.type":"{tag}"}}"##)).unwrap_err();
        assert_eq!(error.pointer(), "/@odata.type");
        error.kind()
    };
    assert_eq!(kind("#zoo.axolotl"), ErrorKind::UnknownType);
    assert_eq!(kind("#zoo.animal"), ErrorKind::AbstractType);
    assert_eq!(
        kind("http://elsewhere/$metadata#zoo.cat"),
        ErrorKind::ForeignType
    );
    assert_eq!(kind("cat"), ErrorKind::InvalidType);
}

#[test]
fn an_open_hierarchy_keeps_what_it_does_not_know_whole() {
    for text in [
        r##"{"@odata.type":"#zoo.axolotl","name":"Ax","gills":6.50}"##,
        r##"{"operationStatus":"Completed"}"##,
        r##"{"@odata.type":"#zoo.animal","name":"Any"}"##,
        r##"{"gills":[ 1, 2 ],"@odata.type":"zoo.axolotl"}"##,
    ] {
        let any: Any = json::from_str(text).unwrap();
        assert!(matches!(any, Any::Other(_)), "{text}");
        assert_eq!(
            json::to_string(&any).unwrap(),
            text.replace("[ 1, 2 ]", "[1,2]")
        );
    }
}

#[test]
fn a_known_type_that_is_not_derived_is_an_error_even_there() {
    let error = json::from_str::<Any>(r##"{"@odata.type":"#zoo.chair"}"##).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotDerived);
    assert!(
        error.message().contains("zoo.chair") && error.message().contains("zoo.animal"),
        "{error}"
    );
}

#[test]
fn strict_options_refuse_what_would_be_kept() {
    let strict = ReadOptions::client().unknown_types(Unknown::Error);
    let kind = |text| {
        json::from_str_with::<Any>(text, &strict)
            .unwrap_err()
            .kind()
    };
    assert_eq!(
        kind(r##"{"@odata.type":"#zoo.axolotl"}"##),
        ErrorKind::UnknownType
    );
    assert_eq!(kind("{}"), ErrorKind::MissingType);
    assert_eq!(
        kind(r##"{"@odata.type":"#zoo.animal"}"##),
        ErrorKind::AbstractType
    );
}

#[test]
fn a_default_is_for_what_names_no_type() {
    let dog: MostlyDogs = json::from_str(r#"{"good":true,"friends":[]}"#).unwrap();
    assert_eq!(dog.as_dog().unwrap().good, Some(true));
    assert_eq!(
        json::from_str::<MostlyDogs>(r##"{"@odata.type":"#zoo.axolotl"}"##)
            .unwrap_err()
            .kind(),
        ErrorKind::UnknownType
    );
}

#[test]
fn hierarchies_nest_and_stand_in_collections() {
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
fn a_cast_in_the_context_url_names_the_type() {
    let text = r##"{"@odata.context":"http://zoo/$metadata#Animals/zoo.cat/$entity","lives":9}"##;
    assert_eq!(
        json::from_str::<Pet>(text).unwrap().as_cat().unwrap().lives,
        9
    );
}

#[test]
fn variants_convert_and_show_their_base() {
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
