//! Builder of `#[odata(...)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{context::Context, imports::tokens, rust::attribute};
use crate::options::Pattern;

#[derive(Default)]
pub(super) struct Attribute(Vec<TokenStream>);

impl Attribute {
    // Some keys are keywords, such as `abstract`, so keys are parsed as tokens.
    pub(super) fn flag_if(&mut self, key: &str, yes: bool) {
        if yes {
            self.0.push(tokens(key));
        }
    }

    pub(super) fn value(&mut self, key: &str, value: impl ToTokens) {
        let key = tokens(key);
        self.0.push(quote!(#key = #value));
    }

    pub(super) fn list(&mut self, key: &str, inner: impl ToTokens) {
        let key = tokens(key);
        self.0.push(quote!(#key(#inner)));
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, out: &mut TokenStream) {
        if !self.0.is_empty() {
            let keys = &self.0;
            out.extend(quote!(#[odata(#(#keys),*)]));
        }
    }
}

/// Returns the derives and attributes that the user adds to a type.
pub(super) fn additional(context: Context<'_>, qualified: &str) -> TokenStream {
    let matching = |list: &[(Pattern, String)]| {
        let list = list
            .iter()
            .filter(|(pattern, _)| pattern.matches(qualified));
        list.map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    let derives = matching(&context.config.derives).into_iter();
    let derives = derives.map(|paths| tokens(&format!("#[derive({paths})]")));
    let attributes = matching(&context.config.attributes)
        .into_iter()
        .map(|text| tokens(&format!("#[{}]", attribute(&text))));
    derives.chain(attributes).collect()
}
