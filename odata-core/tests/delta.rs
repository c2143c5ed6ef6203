//! Deltas: changed and removed entities, links, in the forms of both versions (JSON format 4.01, section 15).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use odata_core::{
    Annotations, Delta, DynamicProperties, DynamicResource, ErrorKind, MetadataLevel,
    ODataResource, ReadOptions, Version, WriteOptions, json,
    payload::{DeltaItem, Reason, Removed},
};

type TestResult = Result<(), Box<dyn std::error::Error>>;

#[derive(Debug, Default, Clone, PartialEq, ODataResource)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Customer {
    #[odata(key, nullable = false)]
    id: Option<i32>,
    #[odata(validate(length(max = 5)))]
    name: Option<String>,
    #[odata(dynamic_properties)]
    dynamic: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

fn v401() -> ReadOptions {
    ReadOptions::client().version(Version::V401)
}

/// The item of a delta of one.
fn item(text: &str) -> Result<DeltaItem<Customer>, odata_core::Error> {
    item_with(text, &v401())
}

fn item_with(text: &str, options: &ReadOptions) -> Result<DeltaItem<Customer>, odata_core::Error> {
    json::from_str_with(text, options)
}

fn removed(text: &str) -> Removed {
    match item(text).unwrap() {
        DeltaItem::Removed(removed) => removed,
        other => panic!("{other:?} is not removed"),
    }
}

fn refused(text: &str) -> (ErrorKind, String) {
    let body = format!(r#"{{"value":[{{"Id":1}},{text}]}}"#);
    let error = json::from_str_with::<Delta<Customer>>(&body, &v401()).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

fn at(kind: ErrorKind, pointer: &str) -> (ErrorKind, String) {
    (kind, pointer.to_owned())
}

fn comes_back(text: &str, options: &ReadOptions) -> TestResult {
    let delta: Delta<Customer> = json::from_str_with(text, options)?;
    let write = WriteOptions::new().version(options.version);
    assert_eq!(json::to_string_with(&delta, &write)?, text);
    Ok(())
}

// Changed

#[test]
fn an_entity_is_new_or_changed() -> TestResult {
    let DeltaItem::Changed(customer) = item(r#"{"Id":1,"Name":"Ada","Age":36,"@ns.a":1.0}"#)?
    else {
        panic!("not changed");
    };
    assert_eq!(
        (customer.id, customer.name.as_deref()),
        (Some(1), Some("Ada"))
    );
    assert_eq!(customer.dynamic.get::<u8>("Age")?, Some(36));
    assert_eq!(customer.annotations.len(), 1);
    Ok(())
}

#[test]
fn a_context_of_an_entity_does_not_make_it_anything_else() -> TestResult {
    for context in [
        "#Customers/$entity",
        "http://h/s/$metadata#Customers(Id,Name)/$entity",
        "#Customers",
    ] {
        let text = format!(r#"{{"@context":"{context}","Id":1}}"#);
        assert!(item(&text)?.changed().is_some(), "{context}");
    }
    Ok(())
}

#[test]
fn errors_of_an_entity_say_where() {
    assert_eq!(refused(r#"{"Id":"1"}"#), at(ErrorKind::Type, "/value/1/Id"));
    assert_eq!(
        refused(r#"{"Id":1,"Id":2}"#),
        at(ErrorKind::Duplicate, "/value/1/Id")
    );
    assert_eq!(
        refused(r#"{"@context":5}"#),
        at(ErrorKind::Type, "/value/1/@context")
    );
    assert_eq!(
        refused(r#"{"Name":"too long"}"#),
        at(ErrorKind::Validation, "/value/1/Name")
    );
    assert_eq!(refused("null"), at(ErrorKind::Null, "/value/1"));
    assert_eq!(refused("7"), at(ErrorKind::Type, "/value/1"));
}

#[test]
fn any_type_may_be_in_a_delta() -> TestResult {
    let text = r#"{"value":[{"a":1.50},{"@removed":{},"a":2}]}"#;
    let delta: Delta<DynamicResource> = json::from_str(text)?;
    assert_eq!(json::to_string(&delta)?, text);
    let delta: Delta<serde_json::Value> = json::from_str(text)?;
    assert!(delta.value.first().and_then(DeltaItem::changed).is_some());
    Ok(())
}

// Removed

#[test]
fn removed_is_an_object_whose_reason_is_optional() {
    assert_eq!(removed(r#"{"@removed":{},"Id":1}"#).reason(), None);
    assert_eq!(
        removed(r#"{"@removed":{"reason":"deleted"},"Id":1}"#).reason(),
        Some(Reason::Deleted)
    );
    assert_eq!(
        removed(r#"{"@removed":{"reason":"changed"},"Id":1}"#).reason(),
        Some(Reason::Changed)
    );
    assert_eq!(
        refused(r#"{"@removed":"deleted","Id":1}"#),
        at(ErrorKind::Type, "/value/1/@removed")
    );
    assert_eq!(
        refused(r#"{"@removed":null,"Id":1}"#),
        at(ErrorKind::Type, "/value/1/@removed")
    );
    for reason in [r#""purged""#, r#""Deleted""#, "null", "1"] {
        let text = format!(r#"{{"@removed":{{"reason":{reason}}},"Id":1}}"#);
        assert_eq!(
            refused(&text),
            at(ErrorKind::Value, "/value/1/@removed/reason")
        );
    }
    assert_eq!(
        refused(r#"{"@removed":{"reason":"deleted","reason":"changed"},"Id":1}"#),
        at(ErrorKind::Duplicate, "/value/1/@removed/reason")
    );
}

#[test]
fn both_spellings_of_removed_are_read_in_both_versions() -> TestResult {
    for options in [ReadOptions::client(), v401()] {
        for name in ["@removed", "@odata.removed"] {
            let text = format!(r#"{{"Id":1,"{name}":{{"reason":"changed"}}}}"#);
            let item = item_with(&text, &options)?;
            assert_eq!(
                item.removed().and_then(Removed::reason),
                Some(Reason::Changed)
            );
        }
    }
    assert_eq!(
        refused(r#"{"@removed":{},"@odata.removed":{},"Id":1}"#),
        at(ErrorKind::Duplicate, "/value/1/@odata.removed")
    );
    Ok(())
}

#[test]
fn removed_may_stand_anywhere_in_an_item() {
    let late = removed(r#"{"Id":1,"Name":"Ada","@removed":{"reason":"deleted"}}"#);
    assert_eq!(late.get::<i32>("Id").unwrap(), Some(1));
    assert_eq!(
        late.entity::<Customer>().unwrap().name.as_deref(),
        Some("Ada")
    );
    let escaped = removed(r#"{"Id":1,"\u0040removed":{}}"#);
    assert_eq!(escaped.reason(), None);
}

#[test]
fn in_an_ordered_payload_removed_comes_first_or_after_the_context() -> TestResult {
    let ordered = v401().streaming(true);
    item_with(r#"{"@removed":{},"Id":1}"#, &ordered)?;
    item_with(
        r##"{"@context":"#Orders/$entity","@removed":{},"Id":1}"##,
        &ordered,
    )?;
    let error = item_with(r#"{"Id":1,"@removed":{}}"#, &ordered).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Order, "/@removed")
    );
    Ok(())
}

#[test]
fn something_says_which_entity_is_removed() {
    assert_eq!(
        removed(r#"{"@removed":{},"@id":"Customers(1)"}"#)
            .id()
            .as_deref(),
        Some("Customers(1)")
    );
    assert_eq!(removed(r#"{"@removed":{},"Id":1}"#).id(), None);
    assert_eq!(
        refused(r#"{"@removed":{},"@ns.a":1}"#),
        at(ErrorKind::Missing, "/value/1")
    );
}

#[test]
fn a_removed_entity_comes_back_as_it_was() -> TestResult {
    comes_back(
        r##"{"@context":"http://host/service/$metadata#Customers/$delta","value":[{"@removed":{"reason":"changed","extra":"v","@x.note":"n"},"Id":1,"Price":1.50}]}"##,
        &v401(),
    )?;
    // Microsoft Graph: names of 4.0, and `@removed`.
    comes_back(
        r##"{"@odata.context":"http://graph.example/$metadata#users","@odata.deltaLink":"http://graph.example/users/delta?$deltatoken=x","value":[{"Id":1,"@removed":{"reason":"changed"}}]}"##,
        &ReadOptions::client(),
    )
}

#[test]
fn in_4_0_a_deleted_entity_is_what_its_context_says() -> TestResult {
    let text = r##"{"@odata.context":"http://h/s/$metadata#Customers/$delta","value":[{"@odata.context":"#Customers/$deletedEntity","id":"Customers(5)","reason":"deleted"}]}"##;
    let delta: Delta<Customer> = json::from_str(text)?;
    let gone = delta.value.first().and_then(DeltaItem::removed).unwrap();
    assert_eq!(gone.id().as_deref(), Some("Customers(5)"));
    assert_eq!(gone.reason(), Some(Reason::Deleted));
    comes_back(text, &ReadOptions::client())?;

    let client = ReadOptions::client();
    let error = item_with(
        r##"{"@odata.context":"#C/$deletedEntity","reason":"deleted"}"##,
        &client,
    )
    .unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Missing, "/id"));
    let error = item_with(
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
fn a_removed_entity_made_here() -> TestResult {
    let gone = Removed::new(Some(Reason::Deleted))
        .with_id("Customers(1)")
        .with("@ns.by", "me")?;
    assert_eq!(gone.id().as_deref(), Some("Customers(1)"));
    let item = DeltaItem::<Customer>::from(gone);
    let text = r#"{"@removed":{"reason":"deleted"},"@odata.id":"Customers(1)","@ns.by":"me"}"#;
    assert_eq!(json::to_string(&item)?, text);
    assert_eq!(item_with(text, &ReadOptions::client())?, item);
    assert!(Removed::new(None).with("@odata.removed", &1).is_err());
    Ok(())
}

// Links

const LINK: &str = r##"{"@context":"#Customers/$link","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##;
const DELETED_LINK: &str = r##"{"@context":"#Customers/$deletedLink","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##;

#[test]
fn links_are_new_or_gone() -> TestResult {
    let DeltaItem::Link(link) = item(LINK)? else {
        panic!("not a link");
    };
    assert_eq!(
        (link.source(), link.relationship()),
        ("Customers(1)".into(), "Orders".into())
    );
    let DeltaItem::DeletedLink(gone) = item(DELETED_LINK)? else {
        panic!("not a deleted link");
    };
    assert_eq!(gone.target().as_deref(), Some("Orders(2)"));
    comes_back(&format!(r#"{{"value":[{LINK},{DELETED_LINK}]}}"#), &v401())
}

#[test]
fn a_link_has_both_ends_and_a_relationship() {
    for (member, text) in [
        (
            "source",
            r##"{"@context":"#Customers/$link","relationship":"Orders","target":"Orders(2)"}"##,
        ),
        (
            "relationship",
            r##"{"@context":"#Customers/$link","source":"Customers(1)","target":"Orders(2)"}"##,
        ),
    ] {
        assert_eq!(
            refused(text),
            at(ErrorKind::Missing, &format!("/value/1/{member}"))
        );
    }
    let text = r##"{"@context":"#Customers/$link","source":1,"relationship":"Orders"}"##;
    assert_eq!(refused(text), at(ErrorKind::Type, "/value/1/source"));
}

#[test]
fn only_4_01_leaves_the_target_out() -> TestResult {
    let v401 = r##"{"@context":"#Customers/$deletedLink","source":"Customers(1)","relationship":"Manager"}"##;
    assert!(matches!(item(v401)?, DeltaItem::DeletedLink(link) if link.target().is_none()));
    let v4 = v401.replace("@context", "@odata.context");
    let error = item_with(&v4, &ReadOptions::client()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/target")
    );
    Ok(())
}

// The whole

#[test]
fn a_patch_of_a_collection() -> TestResult {
    let customer = Customer {
        id: Some(1),
        name: Some("n".to_owned()),
        ..Customer::default()
    };
    let delta = Delta::patch(vec![
        DeltaItem::Changed(customer),
        Removed::new(None).with("Id", &2)?.into(),
    ]);
    let text = r##"{"@context":"#$delta","value":[{"Id":1,"Name":"n"},{"@removed":{},"Id":2}]}"##;
    assert_eq!(
        json::to_string_with(&delta, &WriteOptions::new().version(Version::V401))?,
        text
    );
    assert_eq!(
        json::from_str_with::<Delta<Customer>>(text, &v401())?.value,
        delta.value
    );
    Ok(())
}

#[test]
fn a_delta_needs_its_control_information() {
    let none = WriteOptions::new().metadata(Some(MetadataLevel::None));
    let delta: Delta<Customer> = Delta::patch(vec![Removed::new(None).with_id("1").into()]);
    let error = json::to_string_with(&delta, &none).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
}

#[test]
fn a_nested_delta_is_read_from_the_annotation_it_is() -> TestResult {
    let text = r#"{"Id":1,"Orders@odata.delta":[{"Id":2},{"@removed":{},"Id":3}]}"#;
    let customer: Customer = json::from_str(text)?;
    let orders: Vec<DeltaItem<Customer>> = customer.annotations.get("Orders@odata.delta")?.unwrap();
    assert!(matches!(
        orders.as_slice(),
        [DeltaItem::Changed(_), DeltaItem::Removed(_)]
    ));
    Ok(())
}

#[test]
fn other_ways_in_read_the_same() -> TestResult {
    let text = r#"{"value":[{"Id":1,"Name":"Ada"},{"@removed":{},"Id":2}]}"#;
    let delta: Delta<Customer> = json::from_str(text)?;
    assert_eq!(serde_json::from_str::<Delta<Customer>>(text)?, delta);
    assert_eq!(
        serde_json::from_reader::<_, Delta<Customer>>(text.as_bytes())?,
        delta
    );
    let value: serde_json::Value = serde_json::from_str(text)?;
    assert_eq!(serde_json::from_value::<Delta<Customer>>(value)?, delta);
    Ok(())
}

#[test]
fn nesting_counts_in_every_item() {
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    for text in [
        format!(r#"{{"Id":1,"X":{deep}}}"#),
        format!(r#"{{"Id":1,"@removed":{{"x":{deep}}}}}"#),
    ] {
        let body = format!(r#"{{"value":[{text}]}}"#);
        let error = json::from_str::<Delta<Customer>>(&body).unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (ErrorKind::Depth, "/value/0")
        );
    }
}
