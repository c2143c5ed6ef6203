//! What a Rust type is called on the wire.

use std::borrow::Cow;

/// The qualified OData name of a Rust type.
///
/// Each field of a resource needs it, so that the resource can be described, named in messages
/// and written as CSDL. It is there for the primitives and for every type with
/// `#[derive(ODataResource)]` or `#[derive(ODataEnum)]`; a field of any other type says with
/// `edm = "Edm.String"` what it is on the wire.
///
/// ```
/// use odata_core::{ODataType, edm::Guid};
///
/// assert_eq!(<i64 as ODataType>::NAME, "Edm.Int64");
/// assert_eq!(<Box<Guid> as ODataType>::NAME, "Edm.Guid");
/// ```
///
/// Source: CSDL 4.01 §3.3 (primitive types) and §15.3 (qualified names).
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no OData type name",
    note = "derive `ODataResource` or `ODataEnum` for it, or name its OData type on the field: `#[odata(edm = \"Edm.String\")]`"
)]
pub trait ODataType {
    /// The name: namespace, dot, name.
    const NAME: &'static str;

    /// Whether a value whose tag names the type `name` may stand where this type is declared.
    ///
    /// A name is compared without its qualifier: a tag may have the schema's alias there.
    #[doc(hidden)]
    fn accepts(name: &str) -> bool {
        unqualified(name) == unqualified(Self::NAME)
    }
}

/// What follows the last dot.
pub(crate) fn unqualified(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, name)| name)
}

impl ODataType for serde_json::Value {
    const NAME: &'static str = "Edm.Untyped";

    fn accepts(_: &str) -> bool {
        true
    }
}

impl<T: ODataType + ?Sized> ODataType for Box<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

impl<T: ODataType + ?Sized> ODataType for &T {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

impl<T: ODataType + ToOwned + ?Sized> ODataType for Cow<'_, T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}
