//! Policies for undeclared properties, and for unknown types and members.

/// The policy for properties that no type of the chain declares.
///
/// See [`ReadOptions::undeclared`](crate::ReadOptions::undeclared).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UndeclaredPolicy {
    /// Store the property in the type's `dynamic_properties` field; skip it if there is no such field.
    #[default]
    Keep,
    /// Skip the property.
    Skip,
    /// Reject the property, unless the type is open.
    Error,
}

/// The policy for types and enumeration members that this build does not define.
///
/// See [`ReadOptions::unknown_types`](crate::ReadOptions::unknown_types) and
/// [`ReadOptions::unknown_enum_members`](crate::ReadOptions::unknown_enum_members).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UnknownPolicy {
    /// Store the value in the `other` variant; reject it if there is no such variant.
    #[default]
    Keep,
    /// Reject the value.
    Error,
}
