//! A generic type with several arguments, which are several types of one name.

use super::{fail, same};
use crate::model::structured_type::StructuredType;

/// Rejects two instances of a generic type that declare different properties, because both have the same name. An argument that does not
/// change the properties is allowed.
#[track_caller]
pub const fn assert_same_type(
    first: &'static StructuredType,
    other: &'static StructuredType,
    [first_text, other_text]: [&str; 2],
) {
    if !first.name.is_empty() && same(first.name, other.name) && !is_same(first, other) {
        fail(
            "`{}` and `{}` are different types with the name `{}`: write a struct with a name of its own for one of them",
            &[first_text, other_text, first.name],
        );
    }
}

/// Returns whether the types and their bases declare the same properties.
const fn is_same(first: &'static StructuredType, other: &'static StructuredType) -> bool {
    let mut levels = (Some(first), Some(other));
    while let (Some(first), Some(other)) = levels {
        if first.own.len() != other.own.len() {
            return false;
        }
        let mut i = 0;
        while i < first.own.len() {
            let (first, other) = (&first.own[i], &other.own[i]);
            if !same(first.type_name(), other.type_name()) || first.flags != other.flags {
                return false;
            }
            i += 1;
        }
        levels = (first.base, other.base);
    }
    true
}
