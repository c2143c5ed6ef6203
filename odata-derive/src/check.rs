//! Rules about several attributes or fields of one item. Rules about several types are constants in the expansion.

mod base;
mod bound;
mod enumeration;
mod hierarchy;
mod resource;

use std::collections::HashMap;

pub(crate) use enumeration::enumeration;
pub(crate) use hierarchy::hierarchy;
use proc_macro2::{Ident, Span};
pub(crate) use resource::resource;

use crate::errors::Errors;

/// Reports a name that an earlier item has.
fn reject_duplicate_names<'a>(
    names: impl Iterator<Item = (&'a str, Span, &'a Ident)>,
    errors: &mut Errors,
) {
    let mut owners = HashMap::new();
    for (name, span, ident) in names {
        if let Some(first) = owners.insert(name, ident) {
            errors.at_span(
                span,
                format_args!("duplicate name `{name}`: already the name of `{first}`"),
            );
        }
    }
}
