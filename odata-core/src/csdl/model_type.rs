//! The trait of types that can be added to a model.

use crate::model::{ODataType, Variant};

/// A resource, or a hierarchy for the types of its variants.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a structured type",
    label = "neither an OData resource nor a hierarchy",
    note = "write a struct or a hierarchy with `#[derive(ODataResource)]`; for a collection, the type of its items",
    note = "an enumeration is added with `Model::with_enum`, and the types of properties are added automatically"
)]
pub trait ModelType: Variant + ODataType {}

#[diagnostic::do_not_recommend]
impl<T: Variant + ODataType> ModelType for T {}
