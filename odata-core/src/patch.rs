//! The bodies of PATCH requests.
//!
//! The body of a PATCH request has the changed properties and no others (Protocol 4.01 §11.4.3). It is not a resource: any property may be
//! missing, and null differs from missing. `#[odata(patch)]` on a resource generates the type of such bodies, `<Name>Patch`:
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
//! // A client computes the difference of two states.
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
//! // A service applies the body of a request to the stored value.
//! let mut stored = old;
//! json::from_str::<CustomerPatch>(r#"{"note":null,"address":{"city":"Leeds"}}"#)?.apply_to(&mut stored)?;
//! assert_eq!(stored, new);
//!
//! // A patch can also be written by hand.
//! let patch = CustomerPatch { name: Some("Grace".to_owned()), note: Some(None), ..CustomerPatch::default() };
//! assert_eq!(json::to_string(&patch)?, r#"{"name":"Grace","note":null}"#);
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! # The patch type's fields
//!
//! | In the resource | In the patch | Effect |
//! |---|---|---|
//! | `T` | `Option<T>` | absent, a value; null is an error |
//! | `Option<T>`, `Option<Option<T>>` | `Option<Option<T>>` | absent, null, a value |
//! | `Option<T>` with `nullable = false` | `Option<T>` | absent, a value; null is an error |
//! | `Vec<T>`, `Option<Vec<T>>` | `Option<Vec<T>>` | the whole collection is replaced |
//! | a complex type | its patch type instead of `T` | its properties are patched |
//! | a complex type, `#[odata(atomic)]` | `T` itself | the whole value is replaced |
//! | [`Nav<T>`](crate::Nav), [`NavCollection<T>`](crate::NavCollection) | the same | absent by default |
//! | `#[odata(base)]` | the patch type of the base | the base requires `patch` |
//! | `#[odata(dynamic_properties)]` | the same | null removes a dynamic property |
//! | `#[odata(key)]`, `#[odata(computed)]` | none | a client cannot change them; they are ignored in a body |
//!
//! The patch also has the fields for annotations, control information, etag and id. They describe the request: `diff` leaves them empty,
//! and `apply_to` ignores them.
//!
//! For a navigation property, `diff` compares the reference in a [`Nav`](crate::Nav). It compares neither related entities nor collections
//! of them, since other requests change those.
//!
//! A patch writes the type tag if the resource does. It is validated with the rules of the fields that it sets, and without the rules of
//! the whole type.

use crate::error::Error;

#[doc(hidden)]
pub mod change;
pub(crate) mod dynamic;
pub(crate) mod linked;
pub(crate) mod no_patch;
pub(crate) mod patchable;
pub(crate) mod plain;
pub(crate) mod resolved;

/// A resource with `patch`, as required of the base of such a resource. The derive implements it.
#[diagnostic::on_unimplemented(
    message = "the base `{Self}` has no patch type",
    label = "no patch type",
    note = "the base of a type with `patch` needs `patch` too: add it to the `#[odata(...)]` of `{Self}`"
)]
pub trait PatchedBase {
    /// The patch type.
    type Level: Default + Clone + PartialEq;

    /// Returns the patch from `old` to `new`.
    fn diff_level(old: &Self, new: &Self) -> Self::Level;

    /// Returns whether the patch changes nothing.
    fn is_level_empty(patch: &Self::Level) -> bool;

    /// Returns the patch that sets all properties.
    fn level_to_patch(&self) -> Self::Level;

    /// Applies the patch.
    fn apply_level(&mut self, patch: Self::Level) -> Result<(), Error>;
}

/// A value that a patch can replace as a whole. All types that implement `Clone` and `PartialEq` implement it.
#[diagnostic::on_unimplemented(
    message = "a patch cannot replace `{Self}`, which has no `Clone` or no `PartialEq`",
    label = "no `Clone` or no `PartialEq`",
    note = "add `#[derive(Clone, PartialEq)]` to `{Self}`"
)]
pub trait Replaceable {
    /// Returns the value unchanged. A call makes the compiler check the bounds of this trait once.
    fn replaced(self) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Clone + PartialEq> Replaceable for T {
    fn replaced(self) -> Self {
        self
    }
}
