//! From a name to its position: `match`, which beats const hash tables on few names and ties with them on many.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Names beyond which they are first told apart by length.
const FEW: usize = 8;

/// The position of the name that `subject` holds, or what is evaluated where it is none of these.
pub(super) fn position<'a>(
    subject: &TokenStream,
    names: impl Iterator<Item = &'a str>,
    otherwise: &TokenStream,
) -> TokenStream {
    let names: Vec<(usize, &str)> = names.enumerate().collect();
    if names.len() <= FEW {
        return matching(subject, names, otherwise);
    }
    let mut by_length: BTreeMap<usize, Vec<(usize, &str)>> = BTreeMap::new();
    for entry in names {
        by_length.entry(entry.1.len()).or_default().push(entry);
    }
    let arms = by_length.into_iter().map(|(length, names)| {
        let own = matching(subject, names, otherwise);
        quote!(#length => #own)
    });
    quote!(match #subject.len() { #(#arms,)* _ => #otherwise })
}

fn matching(
    subject: &TokenStream,
    names: Vec<(usize, &str)>,
    otherwise: &TokenStream,
) -> TokenStream {
    let arms = names.into_iter().map(|(position, name)| {
        let position = short(position);
        quote!(#name => #position)
    });
    quote!(match #subject { #(#arms,)* _ => #otherwise })
}

/// A position as the runtime counts: there are never as many as `u16::MAX`.
pub(super) fn short(position: usize) -> Literal {
    place(u16::try_from(position).unwrap_or(u16::MAX))
}

/// The same of a position that is one already.
pub(super) fn place(position: u16) -> Literal {
    Literal::u16_suffixed(position)
}
