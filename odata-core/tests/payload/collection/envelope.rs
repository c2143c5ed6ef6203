//! What is around the items of a collection: count, links, annotations (JSON 4.01 §4.5).

use odata_core::{MetadataLevel, Validate, Version, options::UndeclaredPolicy};

use super::*;

#[test]
fn a_count_is_exact() -> TestResult {
    let text = r#"{"@odata.count":9007199254740993,"value":[]}"#;
    let page: Customers = json::from_str(text)?;
    assert_eq!(page.count, Some(9_007_199_254_740_993));
    assert_eq!(json::to_string(&page)?, text);
    Ok(())
}

#[test]
fn a_negative_or_fractional_count_is_an_error() {
    for count in ["-1", "1.5", "\"5\"", "null"] {
        let text = format!(r#"{{"@odata.count":{count},"value":[]}}"#);
        assert_eq!(
            read_error(&text),
            error_at(ErrorKind::Type, "/@odata.count")
        );
    }
    let too_large = r#"{"@odata.count":9223372036854775808,"value":[]}"#;
    assert_eq!(
        read_error(too_large),
        error_at(ErrorKind::Value, "/@odata.count")
    );
}

#[test]
fn a_next_link_and_a_delta_link_exclude_each_other() {
    let text = r#"{"value":[],"@odata.nextLink":"a","@odata.deltaLink":"b"}"#;
    assert_eq!(
        read_error(text),
        error_at(ErrorKind::Value, "/@odata.deltaLink")
    );
    let page = Customers {
        next_link: Some("a".to_owned()),
        delta_link: Some("b".to_owned()),
        ..Customers::default()
    };
    let violations = page.validate().unwrap_err();
    assert_eq!(
        violations.first().map(|it| it.pointer()),
        Some("/@odata.deltaLink")
    );
}

#[test]
fn a_null_link_is_an_error() {
    let text = r#"{"value":[],"@odata.nextLink":null}"#;
    assert_eq!(
        read_error(text),
        error_at(ErrorKind::Type, "/@odata.nextLink")
    );
}

#[test]
fn annotations_and_unknown_members_are_preserved() -> TestResult {
    let text = r##"{"@odata.context":"c","@odata.metadataEtag":"e","@ns.note":{"a":1.50},"#ns.Rebate":{},"value":[],"extra":[1,2.0]}"##;
    let page: Customers = json::from_str(text)?;
    assert_eq!(page.annotations.len(), 3);
    assert_eq!(
        page.undeclared.get::<Vec<f64>>("extra")?,
        Some(vec![1.0, 2.0])
    );
    assert_eq!(json::to_string(&page)?, text);
    Ok(())
}

#[test]
fn unknown_members_are_skipped_or_an_error_by_option() -> TestResult {
    let text = r#"{"value":[],"extra":1}"#;
    let skip = ReadOptions::client().undeclared(UndeclaredPolicy::Skip);
    assert!(
        json::from_str_with::<Customers>(text, &skip)?
            .undeclared
            .is_empty()
    );
    assert_eq!(
        read_error_with(text, &ReadOptions::server()),
        error_at(ErrorKind::Undeclared, "/extra")
    );
    Ok(())
}

#[test]
fn a_repeated_member_is_an_error() {
    for (text, pointer) in [
        (r#"{"value":[],"value":[]}"#, "/value"),
        (
            r#"{"value":[],"@odata.count":1,"@odata.count":1}"#,
            "/@odata.count",
        ),
        (
            r#"{"@odata.nextLink":"a","value":[],"@odata.nextLink":"b"}"#,
            "/@odata.nextLink",
        ),
        (r#"{"value":[],"x":1,"x":2}"#, "/x"),
    ] {
        assert_eq!(read_error(text), error_at(ErrorKind::Duplicate, pointer));
    }
    let v401 = ReadOptions::client().version(Version::V401);
    assert_eq!(
        read_error_with(r#"{"@odata.count":1,"@count":1,"value":[]}"#, &v401),
        error_at(ErrorKind::Duplicate, "/@count")
    );
}

#[test]
fn control_information_has_the_names_of_the_version() -> TestResult {
    let text = r#"{"@context":"c","@count":1,"@etag":"e","@nextLink":"n","value":[{"Id":1}]}"#;
    let v401 = ReadOptions::client().version(Version::V401);
    let page: Customers = json::from_str_with(text, &v401)?;
    assert_eq!(page.count, Some(1));
    assert_eq!(
        json::to_string_with(&page, &WriteOptions::new().version(Version::V401))?,
        text
    );
    assert_eq!(
        json::to_string(&page)?,
        r#"{"@odata.context":"c","@odata.count":1,"@odata.etag":"e","@odata.nextLink":"n","value":[{"Id":1}]}"#
    );
    Ok(())
}

#[test]
fn a_name_without_prefix_is_an_annotation_in_4_0() -> TestResult {
    let page: Customers = json::from_str(r#"{"@count":"any","value":[]}"#)?;
    assert_eq!(page.count, None);
    assert_eq!(page.annotations.len(), 1);
    Ok(())
}

#[test]
fn metadata_none_writes_next_link_and_count() -> TestResult {
    let page = Customers {
        context: Some("c".to_owned()),
        count: Some(2),
        next_link: Some("n".to_owned()),
        ..Customers::new(vec![customer(1)])
    };
    let none = WriteOptions::new().metadata(Some(MetadataLevel::None));
    assert_eq!(
        json::to_string_with(&page, &none)?,
        r#"{"@odata.count":2,"@odata.nextLink":"n","value":[{"Id":1}]}"#
    );
    Ok(())
}

#[test]
fn an_ordered_payload_has_the_context_first_and_the_count_before_the_items() -> TestResult {
    let ordered = ReadOptions::client().streaming(true);
    json::from_str_with::<Customers>(
        r#"{"@odata.context":"c","@odata.count":0,"value":[],"@odata.nextLink":"n"}"#,
        &ordered,
    )?;
    for (text, pointer) in [
        (r#"{"value":[],"@odata.count":0}"#, "/@odata.count"),
        (r#"{"value":[],"@odata.context":"c"}"#, "/@odata.context"),
        (
            r#"{"@odata.count":0,"@odata.context":"c","value":[]}"#,
            "/@odata.context",
        ),
    ] {
        assert_eq!(
            read_error_with(text, &ordered),
            error_at(ErrorKind::Order, pointer)
        );
    }
    Ok(())
}

#[test]
fn the_type_of_a_collection_is_that_of_a_collection() {
    for tag in ["#Collection(NS.Customer)", "Collection(NS.Customer)"] {
        let text = format!(r#"{{"@odata.type":"{tag}","value":[]}}"#);
        assert!(json::from_str::<Customers>(&text).is_ok(), "{tag}");
    }
    for tag in ["#shop.customer", "#Int32", "#Nonsense", ""] {
        let text = format!(r#"{{"@odata.type":"{tag}","value":[]}}"#);
        assert_eq!(
            read_error(&text),
            error_at(ErrorKind::InvalidType, "/@odata.type")
        );
    }
}
