use odata_core::edm::{DateTimeOffset, Guid, ParseError, Primitive};

#[test]
fn a_parse_error_names_type_example_text_and_rule() {
    let error = "2026-02-30T10:00Z".parse::<DateTimeOffset>().unwrap_err();
    assert_eq!(error.primitive(), Primitive::DateTimeOffset);
    assert_eq!(error.edm_type(), "Edm.DateTimeOffset");
    assert_eq!(
        error.expected(),
        r#"an Edm.DateTimeOffset such as "2026-01-31T09:30:00Z""#
    );
    assert_eq!(error.found(), "2026-02-30T10:00Z");
    assert_eq!(error.reason(), "the month does not have that day");
}

#[test]
fn a_long_text_is_truncated() {
    let error = "é".repeat(10_000).parse::<Guid>().unwrap_err();
    assert_eq!(error.found().chars().count(), 81);
    assert!(error.found().ends_with('…'));
}

#[test]
fn a_parse_error_is_send_sync_and_one_pointer_wide() {
    fn assert_error<T: std::error::Error + Send + Sync + Clone + 'static>() {}
    assert_error::<ParseError>();
    assert_eq!(size_of::<ParseError>(), size_of::<usize>());
}

#[test]
fn a_serde_error_has_the_same_message() {
    let error = serde_json::from_str::<Guid>(r#""42""#)
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "invalid value: string \"42\", expected an Edm.Guid such as \"7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8\" \
         (a Guid has 32 hex digits in groups of 8-4-4-4-12) at line 1 column 4",
    );
}
