//! How much control information is written (JSON format 4.01, section 3.1).

use odata_core::{Collection, EntitySet, MetadataLevel, WriteOptions, protocol::headers};

use super::*;

const PAGE: &str = r##"{"@odata.context":"c","@odata.count":2,"@odata.nextLink":"n","value":[{"@odata.type":"#shop.model.book","@odata.id":"i","@odata.etag":"e","words":[]}]}"##;

fn write(level: MetadataLevel) -> String {
    let page: Collection<AnyItem> = json::from_str(PAGE).unwrap();
    json::to_string_with(&page, &WriteOptions::new().metadata(Some(level))).unwrap()
}

#[test]
fn minimal_writes_what_a_client_cannot_know() {
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
fn full_writes_every_tag_and_all_that_is_there() {
    assert_eq!(write(MetadataLevel::Full), PAGE);
    let full = WriteOptions::new().metadata(Some(MetadataLevel::Full));
    assert_eq!(
        json::to_string_with(&Address::default(), &full).unwrap(),
        r##"{"@odata.type":"#shop.model.address"}"##
    );
}

/// The ids and links of a service that follows the conventions for URLs come of the set, the key and the type.
#[test]
fn full_has_ids_and_links_where_the_set_is_known() {
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
            r#""sequel@odata.associationLink":"https://h/s/Items(1)/shop.model.novel/sequel/$ref","#,
            r#""sequel@odata.navigationLink":"https://h/s/Items(1)/shop.model.novel/sequel","#,
            r#""id":1,"words":[],"hero":"Emma"}]}"#,
        )
    );
    let again: Collection<AnyItem> = json::from_str(&written).unwrap();
    assert_eq!(again, page);
}

/// What the service says itself stays, in either spelling; and an entity that cannot be named has no links.
#[test]
fn links_by_convention_give_way_to_what_is_there() {
    let shelves = EntitySet::of::<Shelf>("Shelves/");
    let mut shelf: Shelf = json::from_str_with(
        r#"{"@editLink":"special","room":"a b","number":2}"#,
        &v401(),
    )
    .unwrap();
    let links = shelves.links(&shelf).unwrap();
    assert_eq!(
        links.id(),
        Some(Some("Shelves(room='a%20b',number=2)".into()))
    );
    shelf.control.fill_in(&links);
    assert_eq!(shelf.control.edit_link().as_deref(), Some("special"));
    assert_eq!(
        shelf.control.of("books").navigation_link().as_deref(),
        Some("Shelves(room='a%20b',number=2)/books")
    );
    shelf.number = None;
    assert_eq!(
        shelves.links(&shelf).unwrap_err().kind(),
        ErrorKind::Missing
    );
}

#[test]
fn none_writes_no_tags() {
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

#[test]
fn headers_ask_for_members_that_are_new() {
    let preferences = headers::Prefer::new().include_unknown_enum_members();
    assert_eq!(preferences.to_string(), "include-unknown-enum-members");
}
