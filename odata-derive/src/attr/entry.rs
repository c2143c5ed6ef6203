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
    nearest, serde,
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
            Content::Value(tokens) if !tokens.is_empty() => syn::spanned::Spanned::span(tokens),
            Content::List(group) => group.span(),
            _ => self.ident.span(),
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
            serde::refuse(attribute, place, errors);
        }
        if !attribute.path().is_ident("odata") {
            continue;
        }
        let Meta::List(list) = &attribute.meta else {
            errors.at(
                attribute,
                format_args!(
                    "expected a list of keys: `#[odata({})]`",
                    example_for(place)
                ),
            );
            continue;
        };
        let Some(raw) = errors.keep(syn::parse2::<RawEntries>(list.tokens.clone())) else {
            continue;
        };
        for (span, problem) in raw.problems {
            errors.at_span(
                span,
                format_args!(
                    "{problem}: `#[odata({})]`, entries with commas between them",
                    example_for(place)
                ),
            );
        }
        for raw in raw.entries {
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

/// An entry that is right there.
fn example_for(place: Place) -> &'static str {
    keys::of(place).next().map_or("", |key| key.example)
}

fn known(raw: RawEntry, place: Place, errors: &mut Errors) -> Option<Entry> {
    let name = raw.ident.unraw().to_string();
    let Some(key) = keys::find(&name, place) else {
        errors.at(&raw.ident, unknown(&name, place));
        return None;
    };
    let fits = match (&raw.content, key.form) {
        (Content::Nothing, Form::Flag | Form::FlagOrValue) => true,
        (Content::Value(tokens), Form::Value | Form::FlagOrValue) => !tokens.is_empty(),
        (Content::List(_), Form::List) => true,
        _ => false,
    };
    let entry = Entry {
        key,
        ident: raw.ident,
        content: raw.content,
    };
    if fits {
        return Some(entry);
    }
    let problem = match key.form {
        Form::Flag => format!("takes no value: write `{name}` alone"),
        Form::Value => format!("takes a value: `{}`", key.example),
        Form::FlagOrValue => format!("stands alone or takes a value: `{}`", key.example),
        Form::List => format!("takes a list: `{}`", key.example),
    };
    errors.at_span(
        entry.span(),
        format_args!(
            "on {}, `{name}` {problem}\nit {}",
            place.described(),
            key.effect
        ),
    );
    // A flag is meant, whatever stands after it.
    (entry.key.form == Form::Flag).then_some(Entry {
        content: Content::Nothing,
        ..entry
    })
}

fn unknown(name: &str, place: Place) -> String {
    let allowed: Vec<&str> = keys::of(place).map(|key| key.name).collect();
    let elsewhere: Vec<&str> = keys::KEYS
        .iter()
        .filter(|key| key.name == name)
        .flat_map(|key| key.places)
        .map(|place| place.described())
        .collect();
    let hint = if !elsewhere.is_empty() {
        format!("; it goes on {}", listed(&elsewhere))
    } else if let Some(instead) = serde::instead_of(name) {
        format!("; what serde calls so is {instead}")
    } else if let Some(near) = nearest(name, allowed.iter().copied()) {
        format!("; did you mean `{near}`?")
    } else {
        String::new()
    };
    format!(
        "`{name}` is no key for {}{hint}\nkeys here: {}",
        place.described(),
        allowed.join(", ")
    )
}

/// `a, b or c`.
fn listed(words: &[&str]) -> String {
    match words {
        [first @ .., second, last] => {
            let first: String = first.iter().map(|word| format!("{word}, ")).collect();
            format!("{first}{second} or {last}")
        }
        words => words.concat(),
    }
}

struct RawEntry {
    ident: Ident,
    content: Content,
}

/// The entries of one attribute. What is none is read over up to the next comma, and told apart.
struct RawEntries {
    entries: Vec<RawEntry>,
    problems: Vec<(Span, String)>,
}

impl Parse for RawEntries {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (mut entries, mut problems) = (Vec::new(), Vec::new());
        while !input.is_empty() {
            if !input.peek(Ident::peek_any) {
                problems.push((input.span(), "expected a key".to_owned()));
                until_comma(input)?;
                input.parse::<Option<Token![,]>>()?;
                continue;
            }
            let ident = input.call(Ident::parse_any)?;
            let content = if input.peek(Token![=]) {
                input.parse::<Token![=]>()?;
                Content::Value(until_comma(input)?)
            } else if input.peek(syn::token::Paren) {
                Content::List(input.parse()?)
            } else {
                Content::Nothing
            };
            if !input.is_empty() && !input.peek(Token![,]) {
                problems.push((input.span(), format!("expected a comma after `{ident}`")));
                // A key whose comma is missing is read as one; anything else is no entry.
                if !input.peek(Ident::peek_any) {
                    until_comma(input)?;
                }
            }
            entries.push(RawEntry { ident, content });
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(RawEntries { entries, problems })
    }
}

/// A value's tokens: up to the next comma that is not between `<` and `>`, or a word that cannot go on from what is before it.
fn until_comma(input: ParseStream) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut angles = 0_usize;
    let mut ended = false;
    while !input.is_empty() && (angles > 0 || !input.peek(Token![,])) {
        if ended && input.peek(Ident::peek_any) && !input.peek(Token![as]) {
            break;
        }
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => angles += 1,
                '>' => angles = angles.saturating_sub(1),
                _ => {}
            }
        }
        ended = matches!(token, TokenTree::Literal(_));
        token.to_tokens(&mut tokens);
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
