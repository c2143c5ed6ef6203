//! How much control information is written (JSON format 4.01, section 3.1).

use odata_core::{Collection, MetadataLevel, WriteOptions, headers};

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
