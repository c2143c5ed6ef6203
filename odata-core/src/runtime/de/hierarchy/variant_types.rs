//! The types of a variant.

use crate::model::structured_type::StructuredType;

/// The types that a variant stands for: one, or those of a hierarchy inside.
#[derive(Debug, Clone, Copy)]
pub enum VariantTypes {
    /// A resource type.
    One(&'static StructuredType),
    /// A hierarchy's.
    Many(&'static [VariantTypes]),
}

impl VariantTypes {
    pub(super) fn each(self, f: &mut impl FnMut(&'static StructuredType)) {
        match self {
            VariantTypes::One(one) => f(one),
            VariantTypes::Many(many) => many.iter().for_each(|it| it.each(f)),
        }
    }

    /// The full name of the type that `name` means, where it is one of these.
    pub(super) fn find(self, name: &str) -> Option<&'static str> {
        match self {
            VariantTypes::One(one) => one.is_named(name).then_some(one.name),
            VariantTypes::Many(many) => many.iter().find_map(|it| it.find(name)),
        }
    }

    /// For the expansion: a compile error where one of these does not derive from `base`, or is abstract.
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
