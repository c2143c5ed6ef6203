//! The bound of the functions that write the key of a resource.

use serde::Serialize;

use crate::model::ODataResource;

/// A resource that serde writes, as every type with `#[derive(ODataResource)]` is.
///
/// It is one bound, so that the compiler reports a type without the derive once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to the struct `{Self}`",
    note = "a hierarchy is not a resource: write its variant, or its `base()`"
)]
pub trait WrittenResource: ODataResource + Serialize {}

#[diagnostic::do_not_recommend]
impl<T: ODataResource + Serialize + ?Sized> WrittenResource for T {}
