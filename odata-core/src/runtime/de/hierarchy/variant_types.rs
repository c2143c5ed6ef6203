//! The types that a variant of a hierarchy stands for.

use crate::model::structured_type::StructuredType;

/// The types that a variant stands for: one type, or the types of a nested hierarchy.
#[derive(Debug, Clone, Copy)]
pub enum VariantTypes {
    /// One resource type.
    One(&'static StructuredType),
    /// The types of a nested hierarchy.
    Many(&'static [VariantTypes]),
}

impl VariantTypes {
    /// Calls `f` with each type.
    pub(super) fn each(self, f: &mut impl FnMut(&'static StructuredType)) {
        match self {
            VariantTypes::One(one) => f(one),
            VariantTypes::Many(many) => many.iter().for_each(|it| it.each(f)),
        }
    }

    /// Returns the full name of the type with this name.
    pub(super) fn find(self, name: &str) -> Option<&'static str> {
        match self {
            VariantTypes::One(one) => one.is_named(name).then_some(one.name),
            VariantTypes::Many(many) => many.iter().find_map(|it| it.find(name)),
        }
    }

    /// Fails in const evaluation if one of the types does not derive from `base` or is abstract.
    #[expect(
        clippy::indexing_slicing,
        reason = "constant evaluation has no iterators"
    )]
    #[track_caller]
    pub const fn assert_derive_from(self, base: &'static StructuredType) {
        match self {
            VariantTypes::One(one) => crate::model::assert::assert_variant(one, base),
            VariantTypes::Many(many) => {
                let mut i = 0;
                while i < many.len() {
                    many[i].assert_derive_from(base);
                    i += 1;
                }
            }
        }
    }
}
