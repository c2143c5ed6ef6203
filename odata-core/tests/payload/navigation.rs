//! Navigation properties (JSON 4.01 §8 and §14).

mod errors;
mod patches;

use odata_core::{
    Annotations, Collection, DynamicProperties, EntityReference, ErrorKind, Nav, NavCollection,
    ODataResource, ReadOptions, Validate, Version, WriteOptions, json, payload::EntityOrReference,
};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Person {
    #[odata(key)]
    id: Option<i64>,
    #[odata(validate(length(max = 8)))]
    name: Option<String>,
    manager: Nav<Person>,
    #[odata(nullable = false)]
    home: Nav<Person>,
    reports: NavCollection<Person>,
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref, patch)]
struct Employee {
    #[odata(base)]
    person: Person,
    salary: Option<i32>,
    office: Nav<AnyPerson>,
    desks: NavCollection<Person>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Person)]
enum AnyPerson {
    Person(Box<Person>),
    Employee(Box<Employee>),
}

fn v401() -> ReadOptions {
    ReadOptions::client().version(Version::V401)
}

/// Reads a person that is written as the same text.
fn person(text: &str) -> Person {
    let person: Person = json::from_str(text).unwrap();
    assert_eq!(json::to_string(&person).unwrap(), text);
    person
}

#[test]
fn an_absent_navigation_property_is_absent() {
    let ada = person(r#"{"id":1}"#);
    assert!(ada.manager.is_absent());
    assert!(ada.reports.is_absent());
}

#[test]
fn null_means_that_nothing_is_related() {
    assert_eq!(person(r#"{"manager":null}"#).manager, Nav::Null);

    let error = json::from_str::<Person>(r#"{"home":null}"#).unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Null, "/home"));
    let error = json::from_str::<Person>(r#"{"reports":null}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Null, "/reports")
    );
}

/// A reference has an id, control information and annotations only (JSON 4.01 §14).
#[test]
fn a_reference_has_an_id_and_no_properties() {
    let ada = person(
        r##"{"manager":{"@odata.type":"#shop.person","@odata.id":"People(2)","@ns.note":1}}"##,
    );
    assert_eq!(ada.manager.id().as_deref(), Some("People(2)"));
    assert_eq!(ada.manager.entity(), None);

    let by_401: Person =
        json::from_str_with(r#"{"manager":{"@id":"People(2)"}}"#, &v401()).unwrap();
    assert_eq!(by_401.manager.id().as_deref(), Some("People(2)"));
    // In 4.0, `@id` is an annotation of the service.
    let by_40: Person = json::from_str(r#"{"manager":{"@id":"People(2)"}}"#).unwrap();
    assert!(by_40.manager.entity().is_some());
}

#[test]
fn an_expanded_entity_may_have_its_id_anywhere() {
    for text in [
        r#"{"manager":{"@odata.id":"People(2)","name":"Ada"}}"#,
        r#"{"manager":{"name":"Ada","@odata.id":"People(2)"}}"#,
    ] {
        let manager: Person = json::from_str::<Person>(text)
            .unwrap()
            .manager
            .into_entity()
            .unwrap();
        assert_eq!(manager.name.as_deref(), Some("Ada"));
        assert_eq!(
            manager
                .annotations
                .get::<String>("@odata.id")
                .unwrap()
                .as_deref(),
            Some("People(2)")
        );
    }
    // An object without an id, or with a null id (JSON 4.01 §4.5.8), is an entity without properties.
    assert_eq!(
        person(r#"{"manager":{}}"#).manager,
        Nav::from(Person::default())
    );
    let transient = person(r#"{"manager":{"@odata.id":null}}"#);
    assert!(transient.manager.entity().is_some());
}

#[test]
fn an_expanded_entity_may_be_of_a_derived_type() {
    let text = r##"{"@odata.type":"#shop.employee","office":{"@ns.a":1,"@odata.type":"#shop.employee","salary":3}}"##;
    let employee: Employee = json::from_str(text).unwrap();
    let Some(AnyPerson::Employee(inner)) = employee.office.entity() else {
        panic!("{employee:?}");
    };
    assert_eq!(inner.salary, Some(3));
    assert_eq!(inner.annotations.get::<i32>("@ns.a").unwrap(), Some(1));
}

#[test]
fn a_collection_may_have_entities_and_references() {
    let ada = person(
        r#"{"reports@odata.count":3,"reports":[{"@odata.id":"People(2)"},{"id":3}],"reports@odata.nextLink":"more"}"#,
    );
    assert_eq!(ada.reports.count, Some(3));
    assert_eq!(ada.reports.next_link.as_deref(), Some("more"));
    assert_eq!(
        ada.reports
            .references()
            .map(EntityReference::id)
            .collect::<Vec<_>>(),
        ["People(2)"]
    );
    assert_eq!(
        ada.reports.entities().map(|it| it.id).collect::<Vec<_>>(),
        [Some(3)]
    );

    // A count without items (JSON 4.01 §8.3); an empty collection differs from an absent one.
    assert_eq!(person(r#"{"reports@odata.count":3}"#).reports.value, None);
    assert_eq!(person(r#"{"reports":[]}"#).reports.value, Some(Vec::new()));
}

#[test]
fn an_item_of_a_collection_may_be_an_entity_or_a_reference() {
    let text = r#"{"value":[{"@odata.id":"People(1)"},{"id":2}]}"#;
    let page: Collection<EntityOrReference<Person>> = json::from_str(text).unwrap();
    assert_eq!(
        page.value[0],
        EntityOrReference::Reference(EntityReference::new("People(1)"))
    );
    assert_eq!(json::to_string(&page).unwrap(), text);
}

#[test]
fn other_control_information_is_in_the_annotations() {
    let ada = person(
        r#"{"manager@odata.navigationLink":"a","manager@odata.associationLink":"b","reports@odata.etag":"c"}"#,
    );
    assert_eq!(ada.annotations.len(), 3);
    assert_eq!(
        ada.annotations
            .of("manager")
            .get::<String>("odata.navigationLink")
            .unwrap()
            .as_deref(),
        Some("a")
    );
}

/// One id for a single entity, an array of ids for a collection, null to unlink (JSON 4.01 §8.5).
#[test]
fn bind_links_are_read_and_written() {
    let ada = person(
        r#"{"manager@odata.bind":"People(2)","reports@odata.bind":["People(3)","People(4)"]}"#,
    );
    assert_eq!(ada.manager, Nav::bind("People(2)"));
    assert_eq!(ada.reports, NavCollection::bind(["People(3)", "People(4)"]));
    assert_eq!(
        person(r#"{"manager@odata.bind":null}"#).manager,
        Nav::Unbind
    );
    assert_eq!(ada.annotations.len(), 0);
}

#[test]
fn links_are_references_in_4_01() {
    let mut ada = Person {
        manager: Nav::bind("People(2)"),
        reports: [Person {
            id: Some(4),
            ..Person::default()
        }]
        .into_iter()
        .collect(),
        ..Person::default()
    };
    ada.reports.bind.push("People(3)".to_owned());
    ada.reports.count = Some(2);
    let options = WriteOptions::new().version(Version::V401);
    let text = r#"{"manager":{"@id":"People(2)"},"reports@count":2,"reports":[{"@id":"People(3)"},{"id":4}]}"#;
    assert_eq!(json::to_string_with(&ada, &options).unwrap(), text);
    let read: Person = json::from_str_with(text, &v401()).unwrap();
    assert_eq!(json::to_string_with(&read, &options).unwrap(), text);
    assert_eq!(read.manager.id().as_deref(), Some("People(2)"));
    assert_eq!(read.reports.count, Some(2));

    ada.manager = Nav::Bind("People(5)".to_owned());
    assert_eq!(ada.manager.id().as_deref(), Some("People(5)"));
    ada.manager = Nav::Unbind;
    assert_eq!(ada.manager.id(), None);
    ada.reports = NavCollection::new();
    assert_eq!(
        json::to_string_with(&ada, &options).unwrap(),
        r#"{"manager":null}"#
    );
}

/// JSON 4.01 §8.4.
#[test]
fn a_deep_insert_has_several_levels() {
    let text = r#"{"id":1,"manager":{"id":2,"manager":{"id":3,"reports":[{"id":4},{"id":5}]}}}"#;
    let ada = person(text);
    let top = ada
        .manager
        .entity()
        .and_then(|it| it.manager.entity())
        .unwrap();
    assert_eq!(top.reports.len(), 2);
}

#[test]
fn a_derived_type_inherits_bind_links() {
    let text = r##"{"@odata.type":"#shop.employee","manager@odata.bind":"People(2)","office@odata.bind":"b","desks@odata.bind":["a"]}"##;
    let employee: Employee = json::from_str(text).unwrap();
    assert_eq!(employee.manager, Nav::bind("People(2)"));
    assert_eq!(employee.desks, NavCollection::bind(["a"]));
    assert_eq!(employee.office, Nav::bind("b"));
    assert_eq!(json::to_string(&employee).unwrap(), text);
}

#[test]
fn a_count_is_a_string_under_ieee754_compatible() {
    let text = r#"{"reports@odata.count":"9007199254740993"}"#;
    let read = ReadOptions::client().ieee754(true);
    let ada: Person = json::from_str_with(text, &read).unwrap();
    assert_eq!(ada.reports.count, Some(9_007_199_254_740_993));
    let write = WriteOptions::new().ieee754(true);
    assert_eq!(json::to_string_with(&ada, &write).unwrap(), text);
}

#[test]
fn max_depth_counts_related_entities() {
    let nested = |levels: usize| {
        format!(
            "{}{}{}",
            r#"{"manager":"#.repeat(levels),
            "{}",
            "}".repeat(levels)
        )
    };
    assert!(json::from_str::<Person>(&nested(99)).is_ok());
    let error = json::from_str::<Person>(&nested(100)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Depth);
    let late = |levels: usize| {
        format!(
            "{}{}{}",
            r#"{"@ns.a":1,"manager":"#.repeat(levels),
            "{}",
            "}".repeat(levels)
        )
    };
    assert!(json::from_str::<Person>(&late(99)).is_ok());
    assert_eq!(
        json::from_str::<Person>(&late(100)).unwrap_err().kind(),
        ErrorKind::Depth
    );
}

#[test]
fn rules_of_related_entities_apply() {
    let ada = person(r#"{"id":1}"#);
    let long = Person {
        name: Some("much too long".to_owned()),
        ..Person::default()
    };
    let ada = Person {
        manager: long.clone().into(),
        reports: [Person::default(), long].into_iter().collect(),
        ..ada
    };
    let violations = ada.validate().unwrap_err();
    assert_eq!(
        violations.iter().map(|it| it.pointer()).collect::<Vec<_>>(),
        ["/manager/name", "/reports/1/name"]
    );
}

#[test]
fn the_type_description_has_navigation_properties() {
    let manager = Person::TYPE.property("manager").unwrap();
    assert!(manager.is_navigation() && manager.is_nullable() && !manager.is_collection());
    assert_eq!(manager.type_name(), "shop.person");
    let reports = Person::TYPE.property("reports").unwrap();
    assert!(reports.is_navigation() && reports.is_collection());
    assert!(!Person::TYPE.property("home").unwrap().is_nullable());
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop", abstract, kind = entity)]
struct Item {}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    item: Item,
}

#[derive(Debug, ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(Book),
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Shelf {
    first: Nav<AnyItem>,
    others: NavCollection<AnyItem>,
}

#[test]
fn a_reference_needs_no_type_tag() {
    let text =
        r##"{"first":{"@id":"Items(1)"},"others":[{"@id":"Items(2)"},{"@type":"#shop.book"}]}"##;
    let strict = ReadOptions::strict().version(Version::V401);
    let shelf: Shelf = json::from_str_with(text, &strict).unwrap();
    assert_eq!(shelf.first.id().as_deref(), Some("Items(1)"));
}

crate::round_trip::round_trips! {
    types: [Person, Employee, Book, Shelf],
    hierarchies: [AnyPerson { Person, Employee }, AnyItem { Book }],
    enumerations: [],
}
