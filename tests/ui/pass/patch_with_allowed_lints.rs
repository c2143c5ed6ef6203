//! The patch type has the fields of the resource, for which the user allows lints.
#![deny(warnings)]

use odata_core::ODataResource;

#[allow(non_snake_case)]
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", rename_all = "verbatim", patch)]
pub struct Order {
    pub DisplayName: Option<String>,
}

#[expect(non_snake_case, reason = "the name in the service")]
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", rename_all = "verbatim", patch)]
pub struct Book {
    pub PageCount: Option<i32>,
}

fn main() {
    let patch = OrderPatch { DisplayName: Some(None) };
    assert!(!patch.is_empty());
}
