//! Removed entities in the forms of both versions (JSON 4.01 §15.3).

use odata_core::payload::Reason;

use super::*;

fn read_removed(text: &str) -> Removed {
    match read_item(text).unwrap() {
        DeltaItem::Removed(removed) => removed,
        other => panic!("{other:?} is not removed"),
    }
}

#[test]
fn removed_is_an_object_with_an_optional_reason() {
    assert_eq!(read_removed(r#"{"@removed":{},"Id":1}"#).reason(), None);
    assert_eq!(
        read_removed(r#"{"@removed":{"reason":"deleted"},"Id":1}"#).reason(),
        Some(Reason::Deleted)
    );
    assert_eq!(
        read_removed(r#"{"@removed":{"reason":"changed"},"Id":1}"#).reason(),
        Some(Reason::Changed)
    );
    assert_eq!(
        read_error(r#"{"@removed":"deleted","Id":1}"#),
        error_at(ErrorKind::Type, "/value/1/@removed")
    );
    assert_eq!(
        read_error(r#"{"@removed":null,"Id":1}"#),
        error_at(ErrorKind::Type, "/value/1/@removed")
    );
    for reason in [r#""purged""#, r#""Deleted""#, "null", "1"] {
        let text = format!(r#"{{"@removed":{{"reason":{reason}}},"Id":1}}"#);
        assert_eq!(
            read_error(&text),
            error_at(ErrorKind::Value, "/value/1/@removed/reason")
        );
    }
    assert_eq!(
        read_error(r#"{"@removed":{"reason":"deleted","reason":"changed"},"Id":1}"#),
        error_at(ErrorKind::Duplicate, "/value/1/@removed/reason")
    );
}

#[test]
fn removed_has_an_optional_prefix_in_both_versions() -> TestResult {
    for options in [ReadOptions::client(), v401()] {
        for name in ["@removed", "@odata.removed"] {
            let text = format!(r#"{{"Id":1,"{name}":{{"reason":"changed"}}}}"#);
            let item = read_item_with(&text, &options)?;
            assert_eq!(
                item.removed().and_then(Removed::reason),
                Some(Reason::Changed)
            );
        }
    }
    assert_eq!(
        read_error(r#"{"@removed":{},"@odata.removed":{},"Id":1}"#),
        error_at(ErrorKind::Duplicate, "/value/1/@odata.removed")
    );
    Ok(())
}

#[test]
fn removed_may_be_anywhere_in_an_item() {
    let late = read_removed(r#"{"Id":1,"Name":"Ada","@removed":{"reason":"deleted"}}"#);
    assert_eq!(late.get::<i32>("Id").unwrap(), Some(1));
    assert_eq!(
        late.entity::<Customer>().unwrap().name.as_deref(),
        Some("Ada")
    );
    let escaped = read_removed(r#"{"Id":1,"\u0040removed":{}}"#);
    assert_eq!(escaped.reason(), None);
}

#[test]
fn removed_is_first_or_after_the_context_in_an_ordered_payload() -> TestResult {
    let ordered = v401().streaming(true);
    read_item_with(r#"{"@removed":{},"Id":1}"#, &ordered)?;
    read_item_with(
        r##"{"@context":"#Orders/$entity","@removed":{},"Id":1}"##,
        &ordered,
    )?;
    let error = read_item_with(r#"{"Id":1,"@removed":{}}"#, &ordered).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Order, "/@removed")
    );
    Ok(())
}

#[test]
fn a_removed_entity_without_id_and_key_is_an_error() {
    assert_eq!(
        read_removed(r#"{"@removed":{},"@id":"Customers(1)"}"#)
            .id()
            .as_deref(),
        Some("Customers(1)")
    );
    assert_eq!(read_removed(r#"{"@removed":{},"Id":1}"#).id(), None);
    assert_eq!(
        read_error(r#"{"@removed":{},"@ns.a":1}"#),
        error_at(ErrorKind::Missing, "/value/1")
    );
}

#[test]
fn a_removed_entity_round_trips() -> TestResult {
    assert_round_trip(
        r##"{"@context":"http://host/service/$metadata#Customers/$delta","value":[{"@removed":{"reason":"changed","extra":"v","@x.note":"n"},"Id":1,"Price":1.50}]}"##,
        Version::V401,
    )?;
    // Microsoft Graph uses the names of 4.0 and `@removed`.
    assert_round_trip(
        r##"{"@odata.context":"http://graph.example/$metadata#users","@odata.deltaLink":"http://graph.example/users/delta?$deltatoken=x","value":[{"@removed":{"reason":"changed"},"Id":1}]}"##,
        Version::V4,
    )
}

#[test]
fn a_deleted_entity_has_its_own_context_in_4_0() -> TestResult {
    let text = r##"{"@odata.context":"http://h/s/$metadata#Customers/$delta","value":[{"@odata.context":"#Customers/$deletedEntity","id":"Customers(5)","reason":"deleted"}]}"##;
    let delta: Delta<Customer> = json::from_str(text)?;
    let gone = delta.value.first().and_then(DeltaItem::removed).unwrap();
    assert_eq!(gone.id().as_deref(), Some("Customers(5)"));
    assert_eq!(gone.reason(), Some(Reason::Deleted));
    assert_round_trip(text, Version::V4)?;

    let client = ReadOptions::client();
    let error = read_item_with(
        r##"{"@odata.context":"#C/$deletedEntity","reason":"deleted"}"##,
        &client,
    )
    .unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Missing, "/id"));
    let error = read_item_with(
        r##"{"@odata.context":"#C/$deletedEntity","id":"1","reason":"gone"}"##,
        &client,
    )
    .unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Value, "/reason")
    );
    Ok(())
}

#[test]
fn a_removed_entity_is_built_from_parts() -> TestResult {
    let gone = Removed::new(Some(Reason::Deleted))
        .with_id("Customers(1)")
        .with("@ns.by", "me")?;
    assert_eq!(gone.id().as_deref(), Some("Customers(1)"));
    let item = DeltaItem::<Customer>::from(gone);
    let text = r#"{"@removed":{"reason":"deleted"},"@odata.id":"Customers(1)","@ns.by":"me"}"#;
    assert_eq!(json::to_string(&item)?, text);
    assert_eq!(read_item_with(text, &ReadOptions::client())?, item);
    assert!(Removed::new(None).with("@odata.removed", &1).is_err());
    Ok(())
}
