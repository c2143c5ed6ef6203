//! Rules of a hierarchy.

use std::collections::HashSet;

use quote::ToTokens;

use crate::{errors::Errors, model::hierarchy::Hierarchy};

pub(crate) fn hierarchy(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    each_type_once(hierarchy, errors);
}

/// A type that two variants hold could only ever be read as the first.
fn each_type_once(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for variant in &hierarchy.variants {
        if !seen.insert(variant.ty.to_token_stream().to_string()) {
            errors.at(
                variant.ty,
                "another variant holds this type already: a tag can pick only one",
            );
        }
    }
}
