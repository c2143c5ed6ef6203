//! The trait of a structured type.

use crate::model::{odata_type::ODataType, structured_type::StructuredType};

/// An OData resource: a structured type with a name, at most one base, and properties.
///
/// Derive it; see [`derive@crate::ODataResource`] for the attributes. Deriving also gives serde's `Serialize` and `Deserialize`,
/// [`Validate`](crate::Validate) and [`ODataType`].
///
/// ```
/// use odata_core::ODataResource;
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Animal {
///     name: Option<String>,
/// }
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop", deref)]
/// struct Dog {
///     #[odata(base)]
///     base: Animal,
///     good: Option<bool>,
/// }
///
/// let rex: Dog = odata_core::json::from_str(r##"{"@odata.type":"#shop.dog","name":"Rex","good":true}"##)?;
/// assert_eq!(rex.name.as_deref(), Some("Rex"));
/// assert_eq!(odata_core::json::to_string(&rex)?, r##"{"@odata.type":"#shop.dog","name":"Rex","good":true}"##);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to `{Self}`"
)]
pub trait ODataResource: ODataType {
    /// The constant description: names, kind, base, properties.
    const TYPE: &'static StructuredType;
}

impl<T: ODataResource> ODataResource for Box<T> {
    const TYPE: &'static StructuredType = T::TYPE;
}
