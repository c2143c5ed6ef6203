//! How much control information is written (JSON 4.01 §3.1).

use odata_core::{Collection, EntitySet, MetadataLevel};

use super::*;

const PAGE: &str = r##"{"@odata.context":"c","@odata.count":2,"@odata.nextLink":"n","value":[{"@odata.type":"#shop.model.book","@odata.id":"i","@odata.etag":"e","words":[]}]}"##;

fn write(level: MetadataLevel) -> String {
    let page: Collection<AnyItem> = json::from_str(PAGE).unwrap();
    json::to_string_with(&page, &WriteOptions::new().metadata(Some(level))).unwrap()
}

#[test]
fn minimal_metadata_writes_what_a_client_cannot_derive() {
    assert_eq!(write(MetadataLevel::Minimal), PAGE);
    let declared: Collection<Book> =
        json::from_str(r#"{"value":[{"title":"t","words":[]}]}"#).unwrap();
    let minimal = WriteOptions::new().metadata(Some(MetadataLevel::Minimal));
    assert_eq!(
        json::to_string_with(&declared, &minimal).unwrap(),
        r#"{"value":[{"title":"t","words":[]}]}"#
    );
}

#[test]
fn full_metadata_writes_every_tag() {
    assert_eq!(write(MetadataLevel::Full), PAGE);
    let full = WriteOptions::new().metadata(Some(MetadataLevel::Full));
    assert_eq!(
        json::to_string_with(&Address::default(), &full).unwrap(),
        r##"{"@odata.type":"#shop.model.address"}"##
    );
}

/// By convention, the URL of an entity has the entity set, the key and the type.
#[test]
fn full_metadata_has_ids_and_links_for_a_known_entity_set() {
    let full = WriteOptions::new().metadata(Some(MetadataLevel::Full));
    let items = EntitySet::of::<AnyItem>("https://h/s/Items");
    let text = r##"{"value":[{"@odata.type":"#shop.model.novel","id":1,"hero":"Emma"}]}"##;
    let mut page: Collection<AnyItem> = json::from_str(text).unwrap();
    for item in &mut page.value {
        if let Some(novel) = item.as_novel_mut() {
            let links = items.links(novel).unwrap();
            novel.base.base.annotations.fill_in(&links);
        }
    }
    let written = json::to_string_with(&page, &full).unwrap();
    assert_eq!(
        written,
        concat!(
            r##"{"value":[{"@odata.type":"#shop.model.novel","@odata.id":"https://h/s/Items(1)","##,
            r#""@odata.editLink":"https://h/s/Items(1)/shop.model.novel","#,
            r#""id":1,"words":[],"hero":"Emma","#,
            r#""sequel@odata.associationLink":"https://h/s/Items(1)/shop.model.novel/sequel/$ref","#,
            r#""sequel@odata.navigationLink":"https://h/s/Items(1)/shop.model.novel/sequel"}]}"#,
        )
    );
    let again: Collection<AnyItem> = json::from_str(&written).unwrap();
    assert_eq!(again, page);
}

#[test]
fn metadata_none_writes_no_tags() {
    let none = write(MetadataLevel::None);
    assert!(
        !none.contains("odata.type") && !none.contains("odata.context"),
        "{none}"
    );
    assert!(
        none.contains("@odata.nextLink") && none.contains("@odata.count"),
        "{none}"
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Part {
    number: Option<i64>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Assembly {
    #[odata(base)]
    base: Part,
    parts: Option<Vec<AnyPart>>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Part)]
enum AnyPart {
    Part(Part),
    Assembly(Box<Assembly>),
}

/// The declared type of each part is that of the list, so minimal metadata has a tag where the part is of another type.
#[test]
fn nested_resources_follow_the_metadata_level() {
    let assembly = Assembly {
        parts: Some(vec![
            AnyPart::from(Part::default()),
            AnyPart::from(Assembly::default()),
        ]),
        ..Assembly::default()
    };
    let at = |level| write_with(&assembly, &WriteOptions::new().metadata(Some(level)));
    assert_eq!(at(MetadataLevel::None), r#"{"parts":[{},{}]}"#);
    assert_eq!(
        at(MetadataLevel::Minimal),
        r##"{"parts":[{},{"@odata.type":"#shop.assembly"}]}"##
    );
    assert_eq!(
        at(MetadataLevel::Full),
        r##"{"@odata.type":"#shop.assembly","parts":[{"@odata.type":"#shop.part"},{"@odata.type":"#shop.assembly"}]}"##
    );
}

crate::round_trip::round_trips! {
    types: [Part, Assembly],
    hierarchies: [AnyPart { Part, Assembly }],
    enumerations: [],
}
