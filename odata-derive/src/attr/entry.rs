//! Reading the entries of `#[odata(...)]`. An entry that is wrong is reported and read over, so that the next one is heard, too.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Meta, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

use super::{
    keys::{self, Form, Key, Place},
    nearest,
};
use crate::errors::Errors;

/// One entry: `key`, `key = value` or `key(list)`.
pub(crate) struct Entry {
    pub(crate) key: &'static Key,
    pub(crate) ident: Ident,
    pub(crate) content: Content,
}

/// What stands after a key.
pub(crate) enum Content {
    Nothing,
    Value(TokenStream),
    List(Group),
}

impl Entry {
    /// The span to complain at: the value where there is one.
    pub(crate) fn span(&self) -> Span {
        match &self.content {
            Content::Nothing => self.ident.span(),
            Content::Value(tokens) => syn::spanned::Spanned::span(tokens),
            Content::List(group) => group.span(),
        }
    }
}

/// The entries of one item.
pub(crate) struct Entries(Vec<Entry>);

impl Entries {
    /// The entry with that key.
    pub(crate) fn get(&self, name: &str) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.key.name == name)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// All entries with that key (`validate` may come several times).
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.0.iter().filter(move |entry| entry.key.name == name)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter()
    }
}

/// Reads the `odata` attributes of one item.
pub(crate) fn read(attributes: &[Attribute], place: Place, errors: &mut Errors) -> Entries {
    let mut entries: Vec<Entry> = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("serde") {
            errors.at(attribute.path(), serde_hint(place));
        }
        if !attribute.path().is_ident("odata") {
            continue;
        }
        let Meta::List(list) = &attribute.meta else {
            let example = keys::of(place).next().map_or("", |key| key.example);
            errors.at(
                attribute,
                format_args!("expected a list of keys: `#[odata({example})]`"),
            );
            continue;
        };
        let Some(raw) = errors.keep(syn::parse2::<RawEntries>(list.tokens.clone())) else {
            continue;
        };
        for raw in raw.0 {
            if let Some(entry) = known(raw, place, errors) {
                if entry.key.name != "validate"
                    && entries.iter().any(|it| it.key.name == entry.key.name)
                {
                    errors.at(
                        &entry.ident,
                        format_args!("`{}` is said twice", entry.key.name),
                    );
                } else {
                    entries.push(entry);
                }
            }
        }
    }
    Entries(entries)
}

fn serde_hint(place: Place) -> String {
    let instead = match place {
        Place::Field => {
            "`rename` is `name = \"...\"`, `default`, `skip`, `with` and `borrow` are called the same, `flatten` is `base` or `dynamic_properties`"
        }
        Place::Resource => {
            "`rename_all` is called the same, `tag` is not needed, `deny_unknown_fields` is `deny_undeclared`"
        }
        Place::Hierarchy | Place::Variant => {
            "the type tag is always `@odata.type`, and each variant's type has its own name"
        }
        Place::Enumeration | Place::Member => {
            "`rename` is `name = \"...\"`, `other` is called the same"
        }
    };
    format!(
        "the derive writes `Serialize` and `Deserialize` itself, so serde's attributes have no effect here; in `#[odata(...)]`, {instead}"
    )
}

fn known(raw: RawEntry, place: Place, errors: &mut Errors) -> Option<Entry> {
    let name = raw.ident.unraw().to_string();
    let Some(key) = keys::find(&name, place) else {
        errors.at(&raw.ident, unknown(&name, place));
        return None;
    };
    let fits = matches!(
        (&raw.content, key.form),
        (Content::Nothing, Form::Flag | Form::FlagOrValue)
            | (
                Content::Value(_),
                Form::Value | Form::FlagOrValue | Form::ValueOrList
            )
            | (Content::List(_), Form::ValueOrList)
    );
    let entry = Entry {
        key,
        ident: raw.ident,
        content: raw.content,
    };
    if fits {
        return Some(entry);
    }
    let problem = match key.form {
        Form::Flag => "takes no value",
        Form::Value | Form::FlagOrValue => "takes a value",
        Form::ValueOrList => "takes a list or a value",
    };
    errors.at_span(
        entry.span(),
        format_args!("`{name}` {problem}: `{}`", key.example),
    );
    None
}

fn unknown(name: &str, place: Place) -> String {
    let allowed: Vec<&str> = keys::of(place).map(|key| key.name).collect();
    let elsewhere = keys::KEYS
        .iter()
        .find(|key| key.name == name)
        .and_then(|key| key.places.first());
    let hint = match (nearest(name, allowed.iter().copied()), elsewhere) {
        (_, Some(other)) => format!("; it goes on {}", other.described()),
        (Some(near), None) => format!("; did you mean `{near}`?"),
        (None, None) => String::new(),
    };
    format!(
        "`{name}` is no key for {}{hint}\nkeys here: {}",
        place.described(),
        allowed.join(", ")
    )
}

struct RawEntry {
    ident: Ident,
    content: Content,
}

struct RawEntries(Vec<RawEntry>);

impl Parse for RawEntries {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut entries = Vec::new();
        while !input.is_empty() {
            let ident = input.call(Ident::parse_any)?;
            let content = if input.peek(Token![=]) {
                input.parse::<Token![=]>()?;
                Content::Value(until_comma(input)?)
            } else if input.peek(syn::token::Paren) {
                let group: Group = input.parse()?;
                Content::List(group)
            } else {
                Content::Nothing
            };
            entries.push(RawEntry { ident, content });
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(RawEntries(entries))
    }
}

/// A value's tokens: up to the next comma that is not between `<` and `>`.
fn until_comma(input: ParseStream) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut angles = 0_usize;
    while !input.is_empty() && (angles > 0 || !input.peek(Token![,])) {
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => angles += 1,
                '>' => angles = angles.saturating_sub(1),
                _ => {}
            }
        }
        token.to_tokens(&mut tokens);
    }
    if tokens.is_empty() {
        return Err(input.error("expected a value after `=`"));
    }
    Ok(tokens)
}

impl Content {
    /// The tokens between the parentheses, where it is a list.
    pub(crate) fn list(&self) -> Option<TokenStream> {
        match self {
            Content::List(group) if group.delimiter() == Delimiter::Parenthesis => {
                Some(group.stream())
            }
            _ => None,
        }
    }
}
