//! The bound of entity sets and singletons.

use crate::model::{ODataType, Variant};

/// The declared type of an entity set or a singleton: an entity type, or the hierarchy over one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity type",
    label = "neither an OData resource nor a hierarchy",
    note = "write a struct or a hierarchy with `#[derive(ODataResource)]`; for a collection, the type of its items"
)]
pub trait EntityType: Variant + ODataType {}

#[diagnostic::do_not_recommend]
impl<T: Variant + ODataType> EntityType for T {}
