//! The trait of values that a PATCH request can change.

use crate::error::Error;

/// A value that a PATCH request can change.
///
/// `#[odata(patch)]` implements it for a resource. The patch of a primitive value, an enumeration member or an `Edm.Untyped` value is the
/// new value.
///
/// ```
/// use odata_core::{ODataResource, Patchable};
///
/// #[derive(Debug, Clone, PartialEq, ODataResource)]
/// #[odata(namespace = "shop", patch)]
/// struct Size {
///     width: i32,
///     height: i32,
/// }
///
/// let (old, new) = (Size { width: 1, height: 2 }, Size { width: 1, height: 3 });
/// assert_eq!(Patchable::diff(&old, &new), Some(SizePatch { height: Some(3), ..SizePatch::default() }));
/// assert_eq!(Patchable::diff(&old, &old), None);
/// assert_eq!(Patchable::diff(&1, &2), Some(2));
/// ```
///
/// Source: Protocol 4.01 §11.4.3.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no patch type",
    label = "no patch type",
    note = "for a struct, add `patch` to its `#[odata(...)]`; for a hierarchy and any other type, add `#[odata(atomic)]` to the field, so that a patch replaces the whole value"
)]
pub trait Patchable: Sized {
    /// The patch type.
    type Patch: Clone + PartialEq;

    /// Returns the patch from `old` to `new`, or `None` if they are equal.
    fn diff(old: &Self, new: &Self) -> Option<Self::Patch>;

    /// Returns the patch that sets all properties.
    fn to_patch(&self) -> Self::Patch;

    /// Applies the patch.
    ///
    /// # Errors
    /// If the patch replaces null with a value and lacks a required property. The value may then be partly changed; `apply_to` of the
    /// patch type leaves it unchanged.
    fn apply(&mut self, patch: Self::Patch) -> Result<(), Error>;

    /// Creates a value from a patch.
    ///
    /// # Errors
    /// If the patch lacks a required property.
    fn create(patch: Self::Patch) -> Result<Self, Error>;

    /// Returns the new value if the patch is one. Used to validate it.
    #[doc(hidden)]
    fn replaced(_: &Self::Patch) -> Option<&Self> {
        None
    }
}
