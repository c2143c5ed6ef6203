//! The errors of one expansion, reported together.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Errors to report at the end, with [`into_tokens`](Self::into_tokens).
#[must_use = "errors that are not turned into tokens are never reported"]
#[derive(Default)]
pub(crate) struct Errors {
    all: Option<syn::Error>,
    /// Whether the compiler reports an error of the item itself.
    is_left_to_compiler: bool,
    /// Whether an entry of an attribute was wrong and skipped.
    has_wrong_entry: bool,
}

impl Errors {
    /// Adds an error at these tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    /// Adds an error at this span.
    pub(crate) fn at_span(&mut self, span: Span, message: impl Display) {
        self.add(syn::Error::new(span, message));
    }

    /// Adds an error about an entry that is missing, unless one was wrong and skipped: that one may be the missing one, with a typo.
    pub(crate) fn missing(&mut self, span: Span, message: impl Display) {
        if !self.has_wrong_entry {
            self.at_span(span, message);
        }
    }

    /// Records that an entry was wrong and skipped.
    pub(crate) fn skip_entry(&mut self) {
        self.has_wrong_entry = true;
    }

    /// Adds an error.
    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.all {
            Some(all) => all.combine(error),
            none => *none = Some(error),
        }
    }

    /// Returns the value; adds the error of a result that has none.
    pub(crate) fn ok<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.add(error)).ok()
    }

    /// Records a mistake that the compiler reports without the expansion.
    pub(crate) fn leave_to_compiler(&mut self) {
        self.is_left_to_compiler = true;
    }

    /// Returns whether there is no error.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_none() && !self.is_left_to_compiler
    }

    /// Returns a `compile_error!` for each error.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.all
            .map(syn::Error::into_compile_error)
            .unwrap_or_default()
    }
}
