//! `key(...)` on a struct: the parts of the key, as paths.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

use crate::{
    attr::{Entries, Entry},
    errors::Errors,
};

/// The key that a struct lists.
pub(crate) struct KeyList {
    pub(crate) parts: Vec<KeyPart>,
    /// The span of `key`.
    pub(crate) span: Span,
}

/// `"path"` or `"path" = "name"`.
pub(crate) struct KeyPart {
    pub(crate) path: LitStr,
    name: Option<LitStr>,
}

impl KeyPart {
    /// Returns the name in key predicates.
    pub(crate) fn name(&self) -> String {
        self.name.as_ref().unwrap_or(&self.path).value()
    }

    /// Returns the name of the entity's own property, and whether the path continues.
    pub(crate) fn first(&self) -> (String, bool) {
        let path = self.path.value();
        match path.split_once('/') {
            Some((first, _)) => (first.to_owned(), true),
            None => (path, false),
        }
    }
}

impl Parse for KeyPart {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let path = input.parse()?;
        let name = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(KeyPart { path, name })
    }
}

/// Parses `key(...)`.
pub(super) fn parse(entries: &Entries, errors: &mut Errors) -> Option<KeyList> {
    let entry = entries.get("key")?;
    let list = Punctuated::<KeyPart, Token![,]>::parse_terminated.parse2(entry.list());
    let parts: Vec<KeyPart> = match list {
        Ok(list) if !list.is_empty() => list.into_iter().collect(),
        _ => {
            errors.at_span(
                entry.span(),
                format_args!(
                    "`key` requires the paths of properties: write `{}`",
                    entry.key.example
                ),
            );
            return None;
        }
    };
    check(&parts, entry, errors);
    Some(KeyList {
        parts,
        span: entry.ident.span(),
    })
}

/// CSDL XML 4.01 §6.5.1: a path has an alias, and the names of the parts differ.
fn check(parts: &[KeyPart], entry: &Entry, errors: &mut Errors) {
    let mut names = HashSet::new();
    for part in parts {
        let path = part.path.value();
        let span = part.name.as_ref().unwrap_or(&part.path).span();
        if path.split('/').any(str::is_empty) {
            errors.at_span(
                part.path.span(),
                format_args!(
                    "invalid path `{path}`: write the names of properties with `/` between them, as in `{}`",
                    entry.key.example
                ),
            );
        } else if part.name.is_none() && path.contains('/') {
            let last = path.rsplit('/').next().unwrap_or_default();
            errors.at_span(
                span,
                format_args!(
                    "a path requires a name for key predicates: write `\"{path}\" = \"{last}\"`"
                ),
            );
        } else if !names.insert(part.name()) {
            errors.at_span(
                span,
                format_args!("duplicate name `{}` in the key: use another", part.name()),
            );
        }
    }
}
