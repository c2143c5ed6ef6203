//! Request headers.

use odata_core::protocol::{AnnotationFilter, headers::Prefer};

#[test]
fn preferences_are_combined() {
    let prefer = Prefer::new()
        .include_unknown_enum_members()
        .return_minimal()
        .max_page_size(10)
        .track_changes()
        .continue_on_error()
        .allow_entity_references()
        .include_annotations(&AnnotationFilter::all())
        .respond_async()
        .wait(5);
    assert_eq!(
        prefer.to_string(),
        "include-unknown-enum-members, return=minimal, odata.maxpagesize=10, odata.track-changes, \
         odata.continue-on-error, odata.allow-entityreferences, odata.include-annotations=\"*\", respond-async, wait=5"
    );
}

#[test]
fn a_client_can_ask_for_unknown_enumeration_members() {
    let preferences = Prefer::new().include_unknown_enum_members();
    assert_eq!(preferences.to_string(), "include-unknown-enum-members");
}
