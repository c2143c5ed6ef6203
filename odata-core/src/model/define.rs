//! The parts of a CSDL document that the description of a type does not have: the types that it uses, doc comments, limits.

use std::any::Any;

/// Receives the definitions of a type and of those that it uses. The descriptions are `dyn Any`, because this module cannot import their
/// types, which use this trait.
///
/// The derive implements [`ODataType::define`](crate::ODataType) only with the feature `csdl`, so that no other program carries doc
/// comments.
pub trait Define {
    /// Adds a `StructuredType` with its doc comment. `details` are about its own properties, by index.
    fn structured(
        &mut self,
        described: &'static dyn Any,
        docs: &'static str,
        details: &[(u16, Detail)],
    );

    /// Adds an `EnumType` with its doc comment and those of its members.
    fn enumeration(
        &mut self,
        described: &'static dyn Any,
        docs: &'static str,
        members: &'static [&'static str],
    );
}

/// One detail of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// The doc comment.
    Docs(&'static str),
    /// The position in the key, counted from 1, where it is not that of the field.
    KeyPosition(u32),
    /// The service does not change the value after it was created.
    Immutable,
    /// The maximum length of a text or of the items of a collection of texts.
    MaxLength(String),
    /// The maximum number of digits of a decimal.
    Precision(String),
    /// The maximum number of digits after the decimal point, or `floating`.
    Scale(String),
    /// The minimum value.
    Minimum(String),
    /// The maximum value.
    Maximum(String),
    /// The minimum number of items.
    MinItems(String),
    /// The maximum number of items.
    MaxItems(String),
}
