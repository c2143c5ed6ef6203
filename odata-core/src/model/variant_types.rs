//! The trait of types that can be variants of a hierarchy.

use crate::model::{
    define::Define,
    odata_resource::ODataResource,
    odata_type::{ODataType, TypeKind},
    structured_type::StructuredType,
};

/// The types of a variant: one type, or those of a nested hierarchy.
#[derive(Debug, Clone, Copy)]
pub enum VariantTypes {
    /// A resource type.
    One(&'static StructuredType),
    /// The types of a nested hierarchy.
    Many(&'static [VariantTypes]),
}

impl VariantTypes {
    /// Returns the variants of a hierarchy, in the order of their declaration.
    pub(crate) const fn variants(self) -> &'static [VariantTypes] {
        match self {
            VariantTypes::One(_) => &[],
            VariantTypes::Many(many) => many,
        }
    }

    pub(crate) fn for_each(self, f: &mut impl FnMut(&'static StructuredType)) {
        match self {
            VariantTypes::One(one) => f(one),
            VariantTypes::Many(many) => many.iter().for_each(|it| it.for_each(f)),
        }
    }

    /// Returns the full name of the type with the qualified name `name`. With `by_alias`, the name may have the schema's alias, or the
    /// version of a type that represents all its versions.
    pub(crate) fn find(self, name: &str, by_alias: bool) -> Option<&'static str> {
        match self {
            VariantTypes::One(one) => {
                let is_named = one.name == name || (by_alias && one.is_named(name));
                is_named.then_some(one.name)
            }
            VariantTypes::Many(many) => many.iter().find_map(|it| it.find(name, by_alias)),
        }
    }
}

/// A type that can be a variant of a hierarchy: a resource, or a hierarchy of a type derived from the base.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a variant of a hierarchy",
    label = "neither an OData resource nor a hierarchy",
    note = "a variant holds a struct with `#[derive(ODataResource)]`, or the hierarchy of a derived type: add the derive, or remove the variant"
)]
pub trait Variant: ODataType {
    /// The types of the variant. The derive writes this constant.
    const TYPES: VariantTypes;

    /// Whether the type is the patch type of a resource, which cannot be a variant.
    #[doc(hidden)]
    const IS_PATCH: bool = false;

    /// Whether the type is a hierarchy with a variant for values of any other type.
    const HAS_OTHER: bool = false;

    // The part of `ODataType` that an expansion uses. It refers to a variant's type through one trait, so that one error is enough.
    #[doc(hidden)]
    const TYPE_NAME: &'static str = <Self as ODataType>::NAME;

    #[doc(hidden)]
    fn define_type(model: &mut dyn Define) {
        <Self as ODataType>::define(model);
    }
}

#[diagnostic::do_not_recommend]
impl<T: ODataResource> Variant for T {
    const TYPES: VariantTypes = VariantTypes::One(T::TYPE);
    #[doc(hidden)]
    const IS_PATCH: bool = matches!(T::KIND, TypeKind::Patch(_));
}
