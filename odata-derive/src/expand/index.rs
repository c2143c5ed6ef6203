//! From a name to its index: a `match`, which beats const hash tables on few names and ties with them on many.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// If there are more names, they are first matched by length.
const MAX_DIRECT: usize = 8;

/// Returns an expression for the index of the name that `subject` evaluates to; `otherwise` for any other name.
pub(super) fn index_of<'a>(
    subject: &TokenStream,
    names: impl Iterator<Item = &'a str>,
    otherwise: &TokenStream,
) -> TokenStream {
    let names: Vec<(usize, &str)> = names.enumerate().collect();
    if names.len() <= MAX_DIRECT {
        return match_names(subject, names, otherwise);
    }
    let mut by_length: BTreeMap<usize, Vec<(usize, &str)>> = BTreeMap::new();
    for entry in names {
        by_length.entry(entry.1.len()).or_default().push(entry);
    }
    let arms = by_length.into_iter().map(|(length, names)| {
        let names = match_names(subject, names, otherwise);
        quote!(#length => #names)
    });
    quote!(match #subject.len() { #(#arms,)* _ => #otherwise })
}

fn match_names(
    subject: &TokenStream,
    names: Vec<(usize, &str)>,
    otherwise: &TokenStream,
) -> TokenStream {
    let arms = names.into_iter().map(|(index, name)| {
        let index = index_literal(index);
        quote!(#name => #index)
    });
    quote!(match #subject { #(#arms,)* _ => #otherwise })
}

/// Returns an index as the runtime counts: no type has as many as `u16::MAX`.
pub(super) fn index_literal(index: usize) -> Literal {
    Literal::u16_suffixed(u16::try_from(index).unwrap_or(u16::MAX))
}
