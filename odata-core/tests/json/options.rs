//! The predefined options.

use odata_core::{
    ReadOptions,
    options::{UndeclaredPolicy, UnknownPolicy},
};

#[test]
fn server_and_strict_options_reject_what_client_options_accept() {
    let server = ReadOptions::server();
    assert_eq!(server.undeclared, UndeclaredPolicy::Error);
    assert_eq!(server.unknown_types, UnknownPolicy::Error);
    assert!(server.strict_annotations && !server.require_all);
    assert!(ReadOptions::strict().require_all);
}
