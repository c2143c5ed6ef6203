//! A patch that is read from a request, validated and applied.

use super::*;

/// The stored value is null, so the patch must have every required property.
#[test]
fn a_new_complex_value_must_be_complete() {
    let mut stored = customer();
    let before = stored.clone();
    let patch: CustomerPatch =
        json::from_str(r#"{"note":"y","valid":{"from":"2024-01-01"}}"#).unwrap();
    let error = patch.apply_to(&mut stored).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/valid/to")
    );
    assert_eq!(stored, before, "all of it or nothing");

    let whole = r#"{"valid":{"from":"2024-01-01","to":"2024-02-01"}}"#;
    let patch: CustomerPatch = json::from_str(whole).unwrap();
    patch.apply_to(&mut stored).unwrap();
    let patch: CustomerPatch = json::from_str(r#"{"valid":{"to":"2024-03-01"}}"#).unwrap();
    patch.apply_to(&mut stored).unwrap();
    assert_eq!(
        stored.valid,
        Some(Period {
            from: "2024-01-01".parse().unwrap(),
            to: "2024-03-01".parse().unwrap(),
        })
    );
}

/// A service ignores keys and computed properties in a request (Protocol 4.01 §11.4.3).
#[test]
fn keys_and_computed_properties_are_skipped() {
    let text = r#"{"id":9,"name":"Grace","turnover":77,"address":{"geoHash":"x"}}"#;
    for options in [
        ReadOptions::client(),
        ReadOptions::server(),
        ReadOptions::strict(),
    ] {
        let patch: CustomerPatch = json::from_str_with(text, &options).unwrap();
        let mut stored = customer();
        patch.apply_to(&mut stored).unwrap();
        assert_eq!(stored.id, 1);
        assert_eq!(stored.name, "Grace");
        assert_eq!(stored.turnover, Some(5));
        assert_eq!(stored.more.len(), 1);
        assert_eq!(stored.address, customer().address);
    }
}

#[test]
fn absent_null_and_a_value_are_distinguished() {
    let patch: CustomerPatch =
        json::from_str(r#"{"note":null,"credit":1.5,"nick":null,"tags":[]}"#).unwrap();
    assert_eq!(patch.note, Some(None));
    assert_eq!(patch.credit, Some(Some("1.5".parse().unwrap())));
    assert_eq!(patch.status, None);
    assert_eq!(patch.nick, Some(None));
    assert_eq!(patch.tags, Some(Vec::new()));
    let text = json::to_string(&patch).unwrap();
    assert_eq!(
        text,
        format!(r#"{{{TAG},"note":null,"credit":1.5,"tags":[],"nick":null}}"#)
    );
}

#[test]
fn a_null_for_a_non_nullable_property_is_an_error() {
    for (text, pointer) in [
        (r#"{"name":null}"#, "/name"),
        (r#"{"tags":null}"#, "/tags"),
        (r#"{"score":null}"#, "/score"),
        (r#"{"valid":{"from":null}}"#, "/valid/from"),
    ] {
        let error = json::from_str::<CustomerPatch>(text).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (ErrorKind::Null, pointer));
    }
}

#[test]
fn a_patch_has_the_errors_of_its_resource() {
    for (text, kind, pointer) in [
        (r#"{"status":"open"}"#, ErrorKind::UnknownMember, "/status"),
        (r#"{"note":1}"#, ErrorKind::Type, "/note"),
        (r#"{"note":"a","note":"b"}"#, ErrorKind::Duplicate, "/note"),
        (
            r#"{"address":{"city":[]}}"#,
            ErrorKind::Type,
            "/address/city",
        ),
        (
            r##"{"@odata.type":"#shop.supplier"}"##,
            ErrorKind::NotDerived,
            "/@odata.type",
        ),
    ] {
        let error = json::from_str::<CustomerPatch>(text).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (kind, pointer), "{error}");
    }
}

#[test]
fn rules_apply_to_the_properties_in_a_patch() {
    let patch = CustomerPatch {
        note: Some(Some("too long".to_owned())),
        ..CustomerPatch::default()
    };
    let violations = patch.validate().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "/note: must have at most 5 characters, has 8"
    );
    let patch = CustomerPatch {
        note: Some(None),
        ..CustomerPatch::default()
    };
    assert!(patch.validate().is_ok());
}

#[test]
fn a_patch_has_the_tag_of_its_resource() {
    let patch = CustomerPatch::default();
    assert_eq!(
        <CustomerPatch as odata_core::ODataType>::NAME,
        "shop.customer"
    );
    assert_eq!(
        json::to_string_with(&patch, &WriteOptions::new().version(Version::V401)).unwrap(),
        r##"{"@type":"#shop.customer"}"##
    );
    assert_eq!(json::to_string(&PartyPatch::default()).unwrap(), "{}");
}

#[test]
fn debug_shows_a_patch_as_its_body() {
    let patch = AddressPatch {
        city: Some(None),
        ..AddressPatch::default()
    };
    assert_eq!(format!("{patch:?}"), r#"AddressPatch {"city":null}"#);
}
