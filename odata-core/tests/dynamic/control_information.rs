//! Control information: an ordered, exact list with typed getters.

use odata_core::{
    Annotations, ControlInformation, EntityReference, Version, WriteOptions,
    dynamic::InvalidControlInformation, json,
};

fn control_information(
    entries: &[(&str, &str)],
) -> Result<ControlInformation, InvalidControlInformation> {
    let mut control = ControlInformation::new();
    for (name, json) in entries {
        control.insert(name, json)?;
    }
    Ok(control)
}

/// The message for an entry that is an error.
fn insert_error(name: &str, json: &str) -> String {
    control_information(&[(name, json)])
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn every_entry_has_a_typed_getter() -> Result<(), InvalidControlInformation> {
    let control = control_information(&[
        ("@odata.context", r#""http://h/$metadata#Photos/$entity""#),
        ("@odata.metadataEtag", r#""W/\"A\"""#),
        ("@odata.type", r##""#NS.Photo""##),
        ("@odata.id", r#""Photos(1)""#),
        ("@odata.etag", r#""W/\"MjAx\"""#),
        ("@odata.editLink", r#""Photos(1)/NS.Photo""#),
        ("@odata.readLink", r#""Old/Photos(1)""#),
        ("@odata.mediaReadLink", r#""Photos(1)/$value""#),
        ("@odata.mediaEditLink", r#""Photos(1)/$value?edit""#),
        ("@odata.mediaContentType", r#""image/jpeg""#),
        ("@odata.mediaEtag", r#""\"7\"""#),
        ("@odata.count", "5"),
        ("@odata.nextLink", r#""Photos?$skip=5""#),
        ("@odata.deltaLink", r#""Photos?$deltatoken=x""#),
        ("Tags@odata.navigationLink", r#""Photos(1)/Tags""#),
        ("Tags@odata.associationLink", r#""Photos(1)/Tags/$ref""#),
    ])?;
    assert_eq!(
        control.context().as_deref(),
        Some("http://h/$metadata#Photos/$entity")
    );
    assert_eq!(control.metadata_etag().as_deref(), Some("W/\"A\""));
    assert_eq!(control.type_tag().as_deref(), Some("#NS.Photo"));
    assert_eq!(control.id().flatten().as_deref(), Some("Photos(1)"));
    assert_eq!(control.etag().as_deref(), Some("W/\"MjAx\""));
    assert_eq!(control.edit_link().as_deref(), Some("Photos(1)/NS.Photo"));
    assert_eq!(control.read_link().as_deref(), Some("Old/Photos(1)"));
    assert_eq!(
        control.media_read_link().as_deref(),
        Some("Photos(1)/$value")
    );
    assert_eq!(
        control.media_edit_link().as_deref(),
        Some("Photos(1)/$value?edit")
    );
    assert_eq!(control.media_content_type().as_deref(), Some("image/jpeg"));
    assert_eq!(control.media_etag().as_deref(), Some("\"7\""));
    assert_eq!(control.count(), Some(5));
    assert_eq!(control.next_link().as_deref(), Some("Photos?$skip=5"));
    assert_eq!(
        control.delta_link().as_deref(),
        Some("Photos?$deltatoken=x")
    );
    let tags = control.of("Tags");
    assert_eq!(tags.navigation_link().as_deref(), Some("Photos(1)/Tags"));
    assert_eq!(
        tags.association_link().as_deref(),
        Some("Photos(1)/Tags/$ref")
    );
    // Control information of a property is not that of the object.
    assert_eq!(control.navigation_link(), None);
    assert_eq!(tags.etag(), None);
    Ok(())
}

#[test]
fn an_id_is_absent_null_or_a_url() -> Result<(), InvalidControlInformation> {
    assert_eq!(control_information(&[])?.id(), None);
    assert_eq!(
        control_information(&[("@odata.id", "null")])?.id(),
        Some(None)
    );
    assert_eq!(
        control_information(&[("@id", r#""a""#)])?.id(),
        Some(Some("a".into()))
    );
    Ok(())
}

#[test]
fn a_value_of_the_wrong_form_is_an_error() {
    for (name, json, message) in [
        ("@odata.context", "5", "`@odata.context` must be a string"),
        ("@odata.id", "12", "`@odata.id` must be a string or null"),
        (
            "@odata.etag",
            "{}",
            "`@odata.etag` must be a string or null",
        ),
        (
            "@odata.nextLink",
            "null",
            "`@odata.nextLink` must be a string",
        ),
        (
            "@odata.count",
            "-1",
            "`@odata.count` must be a non-negative integer",
        ),
        (
            "@odata.count",
            "1.0",
            "`@odata.count` must be a non-negative integer",
        ),
        (
            "@odata.count",
            "9223372036854775808",
            "`@odata.count` must be a non-negative integer",
        ),
        (
            "@odata.count",
            "\"5\"",
            "`@odata.count` must be a non-negative integer",
        ),
        (
            "Orders@odata.count",
            "null",
            "`Orders@odata.count` must be a non-negative integer",
        ),
        ("@removed", "\"deleted\"", "`@removed` must be an object"),
        ("Orders@delta", "{}", "`Orders@delta` must be an array"),
        (
            "Manager@odata.bind",
            "1",
            "`Manager@odata.bind` must be a link, an array of links or null",
        ),
        (
            "#NS.Approve",
            "true",
            "`#NS.Approve` must be an object, an array or null",
        ),
        ("@odata.id", "\"a", "the value of `@odata.id` is not JSON"),
        (
            "Name",
            "1",
            "`Name` is not the name of control information; expected a name such as `@odata.id`",
        ),
        (
            "@ns.term",
            "1",
            "`@ns.term` is not the name of control information; expected a name such as `@odata.id`",
        ),
        (
            "Name@ns.term#q",
            "1",
            "`Name@ns.term#q` is not the name of control information; expected a name such as `@odata.id`",
        ),
        (
            "@",
            "1",
            "`@` is not the name of control information; expected a name such as `@odata.id`",
        ),
        (
            "#",
            "1",
            "`#` is not the name of control information; expected a name such as `@odata.id`",
        ),
    ] {
        assert_eq!(insert_error(name, json), message);
    }
}

#[test]
fn a_name_with_and_without_prefix_is_one_entry() -> Result<(), InvalidControlInformation> {
    let mut control = control_information(&[("@odata.etag", "\"1\"")])?;
    let twice = control
        .insert("@etag", "\"2\"")
        .map_err(|error| error.to_string());
    assert_eq!(twice, Err("duplicate `@etag`".to_owned()));
    assert_eq!(
        control.raw("@etag").map(|json| json.as_str()),
        Some("\"1\"")
    );
    control.set("@etag", "2")?;
    assert_eq!(control.etag().as_deref(), Some("2"));
    assert_eq!(control.len(), 1);
    // The same name with a property is another entry.
    control.insert("Orders@odata.etag", "\"3\"")?;
    assert_eq!(
        control.remove("@etag").map(|json| json.to_string()),
        Some("\"2\"".to_owned())
    );
    assert_eq!(control.len(), 1);
    Ok(())
}

#[test]
fn unknown_control_information_is_preserved_exactly_and_in_order()
-> Result<(), Box<dyn std::error::Error>> {
    let control = control_information(&[
        ("@odata.unknown", "79228162514264337593543950335"),
        ("@odata.etag", r#""W/\"a\"""#),
        (
            "Name@odata.futureThing",
            r#"{"a":[1,2,{"b":0.1000000000000000055}]}"#,
        ),
        ("#NS.Do", "{}"),
    ])?;
    assert_eq!(
        serde_json::to_string(&control)?,
        r##"{"@odata.unknown":79228162514264337593543950335,"@odata.etag":"W/\"a\"","Name@odata.futureThing":{"a":[1,2,{"b":0.1000000000000000055}]},"#NS.Do":{}}"##
    );
    Ok(())
}

#[test]
fn names_are_written_with_prefix_in_4_0() -> Result<(), Box<dyn std::error::Error>> {
    let control = control_information(&[
        ("@id", "\"a\""),
        ("Orders@count", "1"),
        ("@removed", "{}"),
        ("#NS.Do", "null"),
    ])?;
    assert_eq!(
        serde_json::to_string(&control)?,
        r##"{"@odata.id":"a","Orders@odata.count":1,"@removed":{},"#NS.Do":null}"##
    );
    Ok(())
}

#[test]
fn names_are_written_without_prefix_in_4_01() -> Result<(), Box<dyn std::error::Error>> {
    let options = WriteOptions::new().version(Version::V401);
    let reference = EntityReference::new("Orders(1)").with_type("NS.Order");
    let body = json::to_string_with(&reference, &options)?;
    assert_eq!(body, r##"{"@type":"#NS.Order","@id":"Orders(1)"}"##);
    Ok(())
}

#[test]
fn operations_are_available_unless_null() -> Result<(), InvalidControlInformation> {
    let control = control_information(&[
        (
            "#NS.Approve",
            r#"{"title":"Approve","target":"Orders(1)/NS.Approve"}"#,
        ),
        ("@odata.etag", "\"1\""),
        ("Items#NS.Find(id)", "null"),
        ("#NS.Many", r#"[{"title":"one"},{"title":"other"}]"#),
    ])?;
    let found: Vec<_> = control
        .operations()
        .map(|it| (it.property(), it.name(), it.is_available(), it.title()))
        .collect();
    assert_eq!(
        found,
        [
            (None, "NS.Approve", true, Some("Approve".to_owned())),
            (Some("Items"), "NS.Find(id)", false, None),
            (None, "NS.Many", true, None),
        ]
    );
    Ok(())
}

#[test]
fn annotations_have_the_same_typed_getters() -> Result<(), Box<dyn std::error::Error>> {
    let mut annotations = Annotations::new();
    annotations.insert("@odata.id", "Customers(1)")?;
    annotations.insert("@ns.term", &true)?;
    annotations.insert("Orders@odata.count", &2)?;
    assert_eq!(
        annotations.control().id().flatten().as_deref(),
        Some("Customers(1)")
    );
    assert_eq!(annotations.control_of("Orders").count(), Some(2));
    Ok(())
}
