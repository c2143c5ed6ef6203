//! Builder of `#[odata(...)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use syn::parse::Parser;

use super::{context::Context, imports::tokens, rust::attribute, syntax};
use crate::options::Pattern;

#[derive(Default)]
pub(super) struct Attribute(Vec<TokenStream>);

impl Attribute {
    // Some keys are keywords, such as `abstract`, so keys are parsed as tokens.
    pub(super) fn flag(&mut self, key: &str) {
        self.0.push(tokens(key));
    }

    pub(super) fn flag_if(&mut self, key: &str, yes: bool) {
        if yes {
            self.flag(key);
        }
    }

    pub(super) fn value(&mut self, key: &str, value: impl ToTokens) {
        let key = tokens(key);
        self.0.push(quote!(#key = #value));
    }

    /// Returns the attribute, or `None` if it has no keys.
    pub(super) fn syntax(&self) -> Option<syn::Attribute> {
        let keys = &self.0;
        (!keys.is_empty()).then(|| syntax::list("odata", quote!(#(#keys),*)))
    }

    pub(super) fn list(&mut self, key: &str, inner: impl ToTokens) {
        let key = tokens(key);
        self.0.push(quote!(#key(#inner)));
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, out: &mut TokenStream) {
        if let Some(attribute) = self.syntax() {
            attribute.to_tokens(out);
        }
    }
}

/// Returns the derives and attributes that the user adds to a type.
pub(super) fn additional(context: Context<'_>, qualified: &str) -> Vec<syn::Attribute> {
    let matching = |list: &[(Pattern, String)]| {
        let list = list
            .iter()
            .filter(|(pattern, _)| pattern.matches(qualified));
        list.map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    let derives = matching(&context.config.derives).into_iter();
    let derives = derives.map(|paths| format!("#[derive({paths})]"));
    let attributes = matching(&context.config.attributes)
        .into_iter()
        .map(|text| format!("#[{}]", attribute(&text)));
    // The options are checked before: each is an attribute.
    let parsed = derives
        .chain(attributes)
        .filter_map(|text| syn::Attribute::parse_outer.parse_str(&text).ok());
    parsed.flatten().collect()
}
