//! The traits that the functions of this module require of a type: one for reading and one for writing, so that a type without the derive
//! is one compile error.

use serde::{Deserialize, Serialize};

use crate::validate::Validate;

/// A type that the functions of [`json`](crate::json) read: serde reads it, and its rules are checked.
///
/// Every type that implements serde's [`Deserialize`] and [`Validate`] implements this trait. `#[derive(ODataResource)]` implements both.
/// As a bound, `DeserializeOwned + Validate` is enough for every function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read as OData",
    label = "serde does not read it, or it has no rules to check",
    note = "add `#[derive(ODataResource)]` to a struct of your own, or `#[derive(ODataEnum)]` to an enum; the items of a collection and other type arguments need it as well",
    note = "a type that implements only serde's `Deserialize` also needs `impl odata_core::Validate for T {{}}`"
)]
pub trait ReadJson<'de>: Deserialize<'de> + Validate {}

#[diagnostic::do_not_recommend]
impl<'de, T: Deserialize<'de> + Validate> ReadJson<'de> for T {}

/// A type that the functions of [`json`](crate::json) write: serde writes it, and its rules are checked first.
///
/// Every type that implements serde's [`Serialize`] and [`Validate`] implements this trait. `#[derive(ODataResource)]` implements both.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as OData",
    label = "serde does not write it, or it has no rules to check",
    note = "add `#[derive(ODataResource)]` to a struct of your own, or `#[derive(ODataEnum)]` to an enum; the items of a collection and other type arguments need it as well",
    note = "a type that implements only serde's `Serialize` also needs `impl odata_core::Validate for T {{}}`"
)]
pub trait WriteJson: Serialize + Validate {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + Validate + ?Sized> WriteJson for T {}
