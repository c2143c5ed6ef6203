//! Navigation properties in PATCH types (Protocol 4.01 §11.4.3).

use super::*;

fn diff(old: &str, new: &str) -> String {
    let (old, new): (Person, Person) = (json::from_str(old).unwrap(), json::from_str(new).unwrap());
    json::to_string(&PersonPatch::diff(&old, &new)).unwrap()
}

#[test]
fn a_changed_reference_becomes_a_bind_link() {
    let (a, b) = (
        r#"{"manager":{"@odata.id":"a"}}"#,
        r#"{"manager":{"@odata.id":"b"}}"#,
    );
    assert_eq!(diff(a, a), "{}");
    assert_eq!(diff(a, b), r#"{"manager@odata.bind":"b"}"#);
    assert_eq!(
        diff(r#"{"manager":null}"#, b),
        r#"{"manager@odata.bind":"b"}"#
    );
    assert_eq!(
        diff(a, r#"{"manager":null}"#),
        r#"{"manager@odata.bind":null}"#
    );
    assert_eq!(diff(a, "{}"), "{}");
}

/// A related entity is changed by a request of its own.
#[test]
fn a_changed_related_entity_is_not_in_the_patch() {
    let (a, b) = (r#"{"manager":{"name":"a"}}"#, r#"{"manager":{"name":"b"}}"#);
    assert_eq!(diff(a, b), "{}");
}

#[test]
fn a_patch_applies_bind_links() {
    let mut stored: Person =
        json::from_str(r#"{"manager":{"@odata.id":"a"},"reports":[{"@odata.id":"c"}]}"#).unwrap();
    let body = r#"{"manager@odata.bind":"b","reports@odata.bind":["c","d"]}"#;
    json::from_str::<PersonPatch>(body)
        .unwrap()
        .apply_to(&mut stored)
        .unwrap();
    assert_eq!(stored.manager.id().as_deref(), Some("b"));
    assert_eq!(
        stored
            .reports
            .references()
            .map(EntityReference::id)
            .collect::<Vec<_>>(),
        ["c", "d"]
    );

    let body = r#"{"manager":null}"#;
    let patch: PersonPatch = json::from_str_with(body, &v401()).unwrap();
    patch.apply_to(&mut stored).unwrap();
    assert_eq!(stored.manager, Nav::Null);
}
