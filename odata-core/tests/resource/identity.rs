//! Keys, ids and links (CSDL 4.01 §6.5; JSON 4.01 §4.5.8 to §4.5.12).

use odata_core::{
    WriteOptions,
    dynamic::Operation,
    protocol::{context_url::ContextUrl, resolve_url},
};

use super::*;

#[test]
fn a_key_may_have_parts_and_be_absent() {
    let keys = |of: &'static odata_core::model::StructuredType| -> Vec<_> {
        of.properties()
            .filter(|it| it.is_key())
            .map(|it| it.name())
            .collect()
    };
    assert_eq!(keys(Shelf::TYPE), ["room", "number"]);
    assert_eq!(keys(Novel::TYPE), ["id"], "inherited");
    assert!(json::from_str::<Shelf>("{}").is_ok());
}

#[test]
fn an_id_is_absent_null_or_a_url() {
    let id = |text: &str| {
        json::from_str::<Novel>(text)
            .unwrap()
            .base
            .base
            .annotations
            .get::<Option<String>>("@odata.id")
            .unwrap()
    };
    assert_eq!(id("{}"), None);
    assert_eq!(
        id(r#"{"@odata.id":null}"#),
        Some(None),
        "a transient entity"
    );
    assert_eq!(
        id(r#"{"@odata.id":"Books(1)"}"#),
        Some(Some("Books(1)".to_owned()))
    );
    assert_eq!(
        read_error::<Novel>(r#"{"@odata.id":1}"#),
        error_at(ErrorKind::Type, "/@odata.id")
    );
    let shelf: Shelf = json::from_str(r#"{"@odata.id":"Shelves(1)"}"#).unwrap();
    assert_eq!(shelf.link.as_deref(), Some("Shelves(1)"));
}

#[test]
fn an_etag_is_preserved() {
    let text = r#"{"@odata.etag":"W/\"08D1\"","room":"a"}"#;
    let shelf: Shelf = json::from_str(text).unwrap();
    assert_eq!(shelf.etag.as_deref(), Some(r#"W/"08D1""#));
    assert_eq!(json::to_string(&shelf).unwrap(), text);
    let of_navigation = r#"{"books@odata.etag":"1"}"#;
    assert_eq!(
        json::from_str::<Shelf>(of_navigation)
            .unwrap()
            .control
            .of("books")
            .etag()
            .as_deref(),
        Some("1")
    );
    assert_eq!(rewrite::<Shelf>(of_navigation).unwrap(), of_navigation);
}

#[test]
fn edit_and_read_links_are_preserved() {
    let text = r#"{"@odata.editLink":"Shelves(1)","@odata.readLink":"Shelves(1)/read","room":"a"}"#;
    let shelf: Shelf = json::from_str(text).unwrap();
    assert_eq!(shelf.control.edit_link().as_deref(), Some("Shelves(1)"));
    assert_eq!(
        shelf.control.read_link().as_deref(),
        Some("Shelves(1)/read")
    );
    assert_eq!(json::to_string(&shelf).unwrap(), text);
}

#[test]
fn links_of_an_absent_navigation_property_are_preserved() {
    let text =
        r#"{"room":"a","books@odata.associationLink":"b/$ref","books@odata.navigationLink":"b"}"#;
    let shelf: Shelf = json::from_str(text).unwrap();
    assert_eq!(
        shelf.control.of("books").navigation_link().as_deref(),
        Some("b")
    );
    assert_eq!(
        shelf.control.of("books").association_link().as_deref(),
        Some("b/$ref")
    );
    assert!(shelf.books.is_none());
    assert_eq!(json::to_string(&shelf).unwrap(), text);
}

#[test]
fn a_media_entity_and_a_stream_property_have_media_links() {
    let text = r#"{"@odata.mediaReadLink":"r","@odata.mediaEditLink":"e","@odata.mediaContentType":"image/png","@odata.mediaEtag":"1","cover@odata.mediaReadLink":"c"}"#;
    let shelf: Shelf = json::from_str(text).unwrap();
    assert_eq!(
        shelf.control.media_content_type().as_deref(),
        Some("image/png")
    );
    assert_eq!(
        shelf.control.of("cover").media_read_link().as_deref(),
        Some("c")
    );
    assert_eq!(json::to_string(&shelf).unwrap(), text);
}

#[test]
fn a_relative_link_is_preserved_and_resolved_on_request() {
    let text =
        r#"{"@odata.context":"http://h/s/$metadata#Shelves/$entity","@odata.id":"Shelves(1)"}"#;
    let shelf: Shelf = json::from_str(text).unwrap();
    let context = shelf.control.context().unwrap();
    let base = ContextUrl::parse(&context).metadata_url().to_owned();
    assert_eq!(
        resolve_url(&base, &shelf.link.unwrap()),
        "http://h/s/Shelves(1)"
    );
}

#[test]
fn advertised_operations_are_not_properties() {
    let text = r##"{"#shop.model.burn":{"title":"Burn","target":"Shelves(1)/burn"},"books#shop.model.sort":{},"#shop.model.gone":null}"##;
    let shelf: Shelf = json::from_str(text).unwrap();
    let operations: Vec<Operation> = shelf.control.operations().collect();
    assert_eq!(operations.len(), 3);
    assert_eq!(json::to_string(&shelf).unwrap(), text);
    assert_eq!(
        rewrite::<Novel>(r##"{"#a.b":{}}"##).unwrap(),
        r##"{"@odata.type":"#shop.model.novel","#a.b":{},"words":[]}"##
    );
}

#[test]
fn control_information_has_the_names_of_the_version() {
    let text = r#"{"@odata.id":"i","@odata.etag":"e","@odata.editLink":"l"}"#;
    let shelf: Shelf = json::from_str(text).unwrap();
    let written =
        json::to_string_with(&shelf, &WriteOptions::new().version(Version::V401)).unwrap();
    assert_eq!(written, r#"{"@id":"i","@etag":"e","@editLink":"l"}"#);
    assert_eq!(
        json::from_str_with::<Shelf>(&written, &v401())
            .unwrap()
            .link,
        shelf.link
    );
}
