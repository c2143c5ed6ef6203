//! The trait of structured types.

use std::{any::Any, marker::PhantomData};

use crate::model::{
    odata_type::{Kind, ODataType, TypeKind},
    structured_type::StructuredType,
};

/// A structured type of OData, which is an entity type or a complex type: a struct with named properties and at most one base.
///
/// Derive it; [`attributes`](crate::attributes) lists the attributes. The derive also implements serde's `Serialize` and `Deserialize`,
/// [`Validate`](crate::Validate) and [`ODataType`]. Use this trait as a bound where a function needs the description of a type.
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
    note = "for a struct of your own, add `#[derive(ODataResource)]` to it, and to the types that are its arguments",
    note = "neither a hierarchy nor an enumeration is a resource: write the struct that a hierarchy is of"
)]
pub trait ODataResource: ODataType {
    /// The description of the type: names, kind, base and properties.
    const TYPE: &'static StructuredType;
}

impl StructuredType {
    /// Returns `T::TYPE`. Not inlined: otherwise each caller would hold a copy of the description.
    #[inline(never)]
    pub(crate) fn of<T: ODataResource>() -> &'static StructuredType {
        T::TYPE
    }
}

/// The kinds that a resource can have, for the expansion. Constants make the compiled library smaller than an expression in each type.
#[doc(hidden)]
#[derive(Debug)]
pub struct KindOf<T>(PhantomData<T>);

impl<T: ODataResource> KindOf<T> {
    /// A resource without `kind` and key.
    pub const STRUCTURED: TypeKind = TypeKind::Structured(describe::<T>, None);
    /// A resource with a key or `kind = entity`.
    pub const ENTITY: TypeKind = TypeKind::Structured(describe::<T>, Some(Kind::Entity));
    /// A resource with `kind = complex`.
    pub const COMPLEX: TypeKind = TypeKind::Structured(describe::<T>, Some(Kind::Complex));
    /// An abstract resource without `kind` and key.
    pub const ABSTRACT: TypeKind = TypeKind::Abstract(describe::<T>, None);
    /// An abstract resource with a key or `kind = entity`.
    pub const ABSTRACT_ENTITY: TypeKind = TypeKind::Abstract(describe::<T>, Some(Kind::Entity));
    /// An abstract resource with `kind = complex`.
    pub const ABSTRACT_COMPLEX: TypeKind = TypeKind::Abstract(describe::<T>, Some(Kind::Complex));
    /// The patch type of a resource.
    pub const PATCH: TypeKind = TypeKind::Patch(describe::<T>);

    /// Returns the kind of a resource without `kind` and key, whose base has this kind.
    pub const fn derived(base: TypeKind, is_abstract: bool) -> TypeKind {
        if is_abstract {
            TypeKind::Abstract(describe::<T>, base.declared())
        } else {
            TypeKind::Structured(describe::<T>, base.declared())
        }
    }
}

/// Returns `T::TYPE`, for the description of another type.
#[doc(hidden)]
pub fn describe<T: ODataResource + ?Sized>() -> &'static dyn Any {
    T::TYPE
}

impl<T: ODataResource> ODataResource for Box<T> {
    const TYPE: &'static StructuredType = T::TYPE;
}
