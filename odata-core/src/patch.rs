//! What a PATCH request changes.
//!
//! An update says what becomes of a resource's properties, and leaves alone what it does not mention (Protocol 4.01, section 11.4.3).
//! So its body is no resource: every property may be absent, and null is something else than absent. `#[odata(patch)]` on a resource
//! makes the type of such bodies, `<Name>Patch`, beside it:
//!
//! ```
//! use odata_core::{ODataResource, json};
//!
//! #[derive(Debug, Clone, Default, PartialEq, ODataResource)]
//! #[odata(namespace = "shop", patch)]
//! struct Address {
//!     street: Option<String>,
//!     city: Option<String>,
//! }
//!
//! #[derive(Debug, Clone, Default, PartialEq, ODataResource)]
//! #[odata(namespace = "shop", patch)]
//! struct Customer {
//!     #[odata(key)]
//!     id: i64,
//!     name: String,
//!     note: Option<String>,
//!     address: Option<Address>,
//! }
//!
//! // A client: what makes the old state the new one.
//! let old = Customer {
//!     id: 7,
//!     name: "Ada".to_owned(),
//!     note: Some("new".to_owned()),
//!     address: Some(Address { street: Some("High Street".to_owned()), city: None }),
//! };
//! let mut new = old.clone();
//! new.note = None;
//! new.address = Some(Address { street: Some("High Street".to_owned()), city: Some("Leeds".to_owned()) });
//! let patch = CustomerPatch::diff(&old, &new);
//! assert_eq!(json::to_string(&patch)?, r#"{"note":null,"address":{"city":"Leeds"}}"#);
//!
//! // A service: what came, onto what there is.
//! let mut stored = old;
//! json::from_str::<CustomerPatch>(r#"{"note":null,"address":{"city":"Leeds"}}"#)?.apply_to(&mut stored)?;
//! assert_eq!(stored, new);
//!
//! // By hand.
//! let patch = CustomerPatch { name: Some("Grace".to_owned()), note: Some(None), ..CustomerPatch::default() };
//! assert_eq!(json::to_string(&patch)?, r#"{"name":"Grace","note":null}"#);
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! # The patch type's fields
//!
//! | In the resource | In the patch | |
//! |---|---|---|
//! | `T` | `Option<T>` | absent, a value; null is an error |
//! | `Option<T>`, `Option<Option<T>>` | `Option<Option<T>>` | absent, null, a value |
//! | `Option<T>` with `nullable = false` | `Option<T>` | absent, a value; null is an error |
//! | `Vec<T>`, `Option<Vec<T>>` | `Option<Vec<T>>` | a collection is replaced as a whole |
//! | a complex type | its patch type in place of `T` | what is inside is patched in turn |
//! | a complex type, `#[odata(atomic)]` | `T` itself | replaced as a whole |
//! | [`Nav<T>`](crate::Nav), [`NavCollection<T>`](crate::NavCollection) | the same | absent unless set |
//! | `#[odata(base)]` | the base's patch | which must have one |
//! | `#[odata(dynamic_properties)]` | the same | a dynamic property that goes is null |
//! | `#[odata(key)]`, `#[odata(computed)]` | none | a key never changes, and what the service computes it does not take; in a body they are read over |
//!
//! Annotations, control information, etag and id have their fields, too; they say something about the request, so `diff` leaves them
//! empty and `apply_to` looks at none of them.
//!
//! Of navigation properties, `diff` sees what a [`Nav`](crate::Nav) refers to. It does not look into related entities, nor at collections of
//! them: those are changed by requests of their own.
//!
//! A patch writes the type tag where the resource would. Field rules (`validate`) hold for the values that it sets; rules of the whole
//! type do not, since only part of it is there.

use crate::error::Error;

#[doc(hidden)]
pub mod change;
pub(crate) mod plain;

/// A value that knows how another of its type comes from it.
///
/// `#[odata(patch)]` implements it for a resource. A primitive value, a member of an enumeration or an `Edm.Untyped` value changes by
/// being replaced: its patch is the new value.
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
/// Source: Protocol 4.01, section 11.4.3.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no patch type",
    label = "no patch type",
    note = "add `patch` to the `#[odata(...)]` of `{Self}`, or `#[odata(atomic)]` to the field so that a patch replaces the whole value"
)]
pub trait Patchable: Sized {
    /// What changes it.
    type Patch;

    /// What makes `new` of `old`; `None` where that is nothing.
    fn diff(old: &Self, new: &Self) -> Option<Self::Patch>;

    /// What makes it of nothing.
    fn to_patch(&self) -> Self::Patch;

    /// Makes the change.
    ///
    /// # Errors
    /// Where it sets up a value that was null, and what it says of it is not all that the type requires. The value is then changed in
    /// part; the patch type's `apply_to` leaves it as it was.
    fn apply(&mut self, patch: Self::Patch) -> Result<(), Error>;

    /// Makes a value of nothing.
    ///
    /// # Errors
    /// Where the patch does not say all that the type requires.
    fn create(patch: Self::Patch) -> Result<Self, Error>;

    /// The value itself, where the patch is one: for rules about values.
    #[doc(hidden)]
    fn replaced(_: &Self::Patch) -> Option<&Self> {
        None
    }
}

/// A resource with `patch`: what the base of another must be.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the base `{Self}` has no patch type",
    label = "no patch type",
    note = "the base of a type with `patch` needs `patch` too: add it to the `#[odata(...)]` of `{Self}`"
)]
pub trait PatchedBase {
    /// Its patch type.
    type Level: Default;

    /// What makes `new` of `old`.
    fn diff_level(old: &Self, new: &Self) -> Self::Level;

    /// Whether that is nothing.
    fn is_level_empty(patch: &Self::Level) -> bool;

    /// What makes it of nothing.
    fn level_to_patch(&self) -> Self::Level;

    /// Makes the change.
    fn apply_level(&mut self, patch: Self::Level) -> Result<(), Error>;
}
