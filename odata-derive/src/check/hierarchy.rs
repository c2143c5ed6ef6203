//! Rules of a hierarchy.

use std::collections::HashSet;

use quote::ToTokens;

use crate::{errors::Errors, model::hierarchy::Hierarchy};

pub(crate) fn hierarchy(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    reject_duplicate_types(hierarchy, errors);
}

/// Of two variants with the same type, the second would never be read.
fn reject_duplicate_types(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for variant in &hierarchy.variants {
        let ty = variant.ty.to_token_stream().to_string();
        if seen.contains(&ty) {
            errors.at(
                variant.ty,
                format_args!("duplicate type `{ty}`: remove one of its variants"),
            );
        }
        seen.insert(ty);
    }
}
