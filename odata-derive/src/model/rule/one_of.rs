//! The rule `one_of`: the allowed values.

use std::collections::HashSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Token, parse::Parser as _, punctuated::Punctuated};

use crate::errors::Errors;

/// Reports allowed values that are not a list (an array, alternatives, a range), and a value that is given twice.
pub(super) fn check(values: &TokenStream, errors: &mut Errors) {
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    let mut seen = HashSet::new();
    if let Some(advice) = advice(values) {
        errors.at(
            values,
            format_args!("`one_of` requires the allowed values: write `{advice}`"),
        );
        return;
    }
    let values = match parser.parse2(values.clone()) {
        Ok(values) => values,
        Err(error) => {
            errors.at_span(
                error.span(),
                "`one_of` requires values with commas between them: write `one_of(A, B)`",
            );
            return;
        }
    };
    for value in values {
        let text = value.to_token_stream().to_string();
        if !seen.insert(text.clone()) {
            errors.at(
                &value,
                format_args!("duplicate value `{text}` in `one_of`: remove one"),
            );
        }
    }
}

/// Returns what to write instead of an array, of alternatives as in a pattern, and of a range.
fn advice(values: &TokenStream) -> Option<String> {
    let trees: Vec<TokenTree> = values.clone().into_iter().collect();
    let is = |it: &TokenTree, wanted: char| matches!(it, TokenTree::Punct(punct) if punct.as_char() == wanted);
    if let [before @ .., TokenTree::Group(list)] = trees.as_slice()
        && list.delimiter() == Delimiter::Bracket
        && before.iter().all(|it| is(it, '&'))
    {
        return Some(format!("one_of({})", list.stream()));
    }
    if trees
        .windows(2)
        .any(|pair| pair.iter().all(|it| is(it, '.')))
    {
        return Some("range(min = 1, max = 5)".to_owned());
    }
    let is_alternative = trees
        .windows(2)
        .any(|pair| matches!(pair, [bar, TokenTree::Literal(_)] if is(bar, '|')));
    is_alternative.then(|| format!("one_of({})", values.to_string().replace(" |", ",")))
}
