//! Deltas: changed entities, links, and the delta itself (JSON 4.01 §15).

mod identity;
mod removed;

use odata_core::{
    Annotations, Delta, DynamicProperties, DynamicResource, ErrorKind, MetadataLevel,
    ODataResource, ReadOptions, Version, WriteOptions, json,
    payload::{DeltaItem, Removed},
};

use super::TestResult;

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

/// Reads one item of a delta.
fn read_item(text: &str) -> Result<DeltaItem<Customer>, odata_core::Error> {
    read_item_with(text, &v401())
}

fn read_item_with(
    text: &str,
    options: &ReadOptions,
) -> Result<DeltaItem<Customer>, odata_core::Error> {
    json::from_str_with(text, options)
}

fn read_error(text: &str) -> (ErrorKind, String) {
    let body = format!(r#"{{"value":[{{"Id":1}},{text}]}}"#);
    let error = json::from_str_with::<Delta<Customer>>(&body, &v401()).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

fn error_at(kind: ErrorKind, pointer: &str) -> (ErrorKind, String) {
    (kind, pointer.to_owned())
}

fn assert_round_trip(text: &str, version: Version) -> TestResult {
    let options = ReadOptions::client().version(version);
    let delta: Delta<Customer> = json::from_str_with(text, &options)?;
    let write = WriteOptions::new().version(version);
    assert_eq!(json::to_string_with(&delta, &write)?, text);
    Ok(())
}

#[test]
fn an_entity_is_a_changed_item() -> TestResult {
    let DeltaItem::Changed(customer) = read_item(r#"{"Id":1,"Name":"Ada","Age":36,"@ns.a":1.0}"#)?
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
fn an_entity_with_a_context_is_a_changed_item() -> TestResult {
    for context in [
        "#Customers/$entity",
        "http://h/s/$metadata#Customers(Id,Name)/$entity",
        "#Customers",
    ] {
        let text = format!(r#"{{"@context":"{context}","Id":1}}"#);
        assert!(read_item(&text)?.changed().is_some(), "{context}");
    }
    Ok(())
}

#[test]
fn an_error_of_an_entity_points_into_the_delta() {
    assert_eq!(
        read_error(r#"{"Id":"1"}"#),
        error_at(ErrorKind::Type, "/value/1/Id")
    );
    assert_eq!(
        read_error(r#"{"Id":1,"Id":2}"#),
        error_at(ErrorKind::Duplicate, "/value/1/Id")
    );
    assert_eq!(
        read_error(r#"{"@context":5}"#),
        error_at(ErrorKind::Type, "/value/1/@context")
    );
    assert_eq!(
        read_error(r#"{"Name":"too long"}"#),
        error_at(ErrorKind::Validation, "/value/1/Name")
    );
    assert_eq!(read_error("null"), error_at(ErrorKind::Null, "/value/1"));
    assert_eq!(read_error("7"), error_at(ErrorKind::Type, "/value/1"));
}

#[test]
fn a_delta_may_have_any_item_type() -> TestResult {
    let text = r#"{"value":[{"a":1.50},{"@removed":{},"a":2}]}"#;
    let delta: Delta<DynamicResource> = json::from_str(text)?;
    assert_eq!(json::to_string(&delta)?, text);
    let delta: Delta<serde_json::Value> = json::from_str(text)?;
    assert!(delta.value.first().and_then(DeltaItem::changed).is_some());
    Ok(())
}

const LINK: &str = r##"{"@context":"#Customers/$link","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##;
const DELETED_LINK: &str = r##"{"@context":"#Customers/$deletedLink","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##;

#[test]
fn added_and_deleted_links_are_distinguished() -> TestResult {
    let DeltaItem::Link(link) = read_item(LINK)? else {
        panic!("not a link");
    };
    assert_eq!(
        (link.source(), link.relationship()),
        ("Customers(1)".into(), "Orders".into())
    );
    let DeltaItem::DeletedLink(gone) = read_item(DELETED_LINK)? else {
        panic!("not a deleted link");
    };
    assert_eq!(gone.target().as_deref(), Some("Orders(2)"));
    assert_round_trip(
        &format!(r#"{{"value":[{LINK},{DELETED_LINK}]}}"#),
        Version::V401,
    )
}

#[test]
fn a_link_without_source_or_relationship_is_an_error() {
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
            read_error(text),
            error_at(ErrorKind::Missing, &format!("/value/1/{member}"))
        );
    }
    let text = r##"{"@context":"#Customers/$link","source":1,"relationship":"Orders"}"##;
    assert_eq!(
        read_error(text),
        error_at(ErrorKind::Type, "/value/1/source")
    );
}

#[test]
fn a_deleted_link_without_target_requires_4_01() -> TestResult {
    let v401 = r##"{"@context":"#Customers/$deletedLink","source":"Customers(1)","relationship":"Manager"}"##;
    assert!(matches!(read_item(v401)?, DeltaItem::DeletedLink(link) if link.target().is_none()));
    let v4 = v401.replace("@context", "@odata.context");
    let error = read_item_with(&v4, &ReadOptions::client()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/target")
    );
    Ok(())
}

#[test]
fn a_delta_is_the_patch_of_a_collection() -> TestResult {
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
fn a_delta_cannot_be_written_without_control_information() {
    let none = WriteOptions::new().metadata(Some(MetadataLevel::None));
    let delta: Delta<Customer> = Delta::patch(vec![Removed::new(None).with_id("1").into()]);
    let error = json::to_string_with(&delta, &none).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
}

#[test]
fn a_nested_delta_is_an_annotation() -> TestResult {
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
fn plain_serde_reads_the_same_delta() -> TestResult {
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
fn deep_nesting_in_an_item_is_an_error() {
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

crate::round_trip::round_trips! {
    types: [Customer],
    hierarchies: [],
    enumerations: [],
}
