//! Parses the entries of `#[odata(...)]`. A wrong entry is reported and skipped, so that one run of the compiler reports all of
//! them.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Meta, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    spanned::Spanned,
};

use super::{
    did_you_mean,
    keys::{self, Form, Key, Target},
    serde, words,
};
use crate::errors::Errors;

/// One entry: `key`, `key = value` or `key(list)`.
pub(crate) struct Entry {
    pub(crate) key: &'static Key,
    pub(crate) ident: Ident,
    pub(crate) content: Content,
}

/// The part of an entry that follows its key.
pub(crate) enum Content {
    Nothing,
    Value(TokenStream),
    List(Group),
}

impl Entry {
    /// Returns the span for an error: the value's, or the key's if there is no value.
    pub(crate) fn span(&self) -> Span {
        match &self.content {
            Content::Value(tokens) if !tokens.is_empty() => written_span(tokens),
            Content::List(group) => group.span(),
            _ => self.ident.span(),
        }
    }

    /// Returns the tokens of the value, as text.
    pub(crate) fn value_text(&self) -> String {
        match &self.content {
            Content::Value(tokens) => tokens.to_string(),
            _ => String::new(),
        }
    }

    /// Returns the tokens between the parentheses of `key(list)`.
    pub(crate) fn list(&self) -> TokenStream {
        match &self.content {
            Content::List(group) => group.stream(),
            _ => TokenStream::new(),
        }
    }
}

/// Returns the span of the tokens. That of a macro's argument is where the argument is written, and not where the macro uses it.
fn written_span(tokens: &TokenStream) -> Span {
    match tokens.clone().into_iter().next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            written_span(&group.stream())
        }
        _ => tokens.span(),
    }
}

/// The entries of one item.
#[derive(Default)]
pub(crate) struct Entries {
    entries: Vec<Entry>,
    has_wrong_entry: bool,
}

impl Entries {
    /// Returns the entry with this key.
    pub(crate) fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key.name == name)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Returns the span of the entry's key.
    pub(crate) fn span_of(&self, name: &str) -> Option<Span> {
        self.get(name).map(|entry| entry.ident.span())
    }

    /// Returns all entries with this key: `validate` may be repeated.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.key.name == name)
    }

    /// Returns whether an entry was wrong and skipped.
    pub(crate) fn has_wrong_entry(&self) -> bool {
        self.has_wrong_entry
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }
}

/// Parses the `odata` attributes of one item.
pub(crate) fn parse(attributes: &[Attribute], target: Target, errors: &mut Errors) -> Entries {
    let mut entries = Entries::default();
    let example = keys::of(target).next().map_or("", |key| key.example);
    for attribute in attributes {
        if attribute.path().is_ident("serde") {
            serde::reject(attribute, target, errors);
        }
        if !attribute.path().is_ident("odata") {
            continue;
        }
        let Meta::List(list) = &attribute.meta else {
            errors.at(
                attribute,
                format_args!("expected a list of keys: write `#[odata({example})]`"),
            );
            continue;
        };
        let Some(raw) = errors.ok(syn::parse2::<RawEntries>(list.tokens.clone())) else {
            continue;
        };
        for (span, problem) in raw.problems {
            errors.at_span(
                span,
                format_args!("{problem}: write `#[odata({example})]`, with commas between entries"),
            );
        }
        for raw in raw.entries {
            let Some(entry) = recognize(raw, target, errors) else {
                errors.skip_entry();
                entries.has_wrong_entry = true;
                continue;
            };
            let name = entry.key.name;
            if name != "validate" && entries.has(name) {
                errors.at(
                    &entry.ident,
                    format_args!("duplicate key `{name}`: remove one"),
                );
            } else {
                entries.entries.push(entry);
            }
        }
    }
    entries
}

/// Finds the entry's key in the table and checks the entry's form.
fn recognize(raw: RawEntry, target: Target, errors: &mut Errors) -> Option<Entry> {
    let name = raw.ident.unraw().to_string();
    let Some(key) = keys::find(&name, target) else {
        errors.at(&raw.ident, unknown_key(&name, target));
        return None;
    };
    let has_right_form = match (&raw.content, key.form) {
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
    if has_right_form {
        return Some(entry);
    }
    let problem = match key.form {
        Form::Flag => format!("takes no value: write `{name}`"),
        Form::Value => format!("requires a value: write `{}`", key.example),
        Form::FlagOrValue => format!(
            "takes no value or one after `=`: write `{name}` or `{}`",
            key.example
        ),
        Form::List => format!("requires a list: write `{}`", key.example),
    };
    errors.at_span(
        entry.span(),
        format_args!("`{name}` on {target} {problem}\n`{name}` {}", key.effect),
    );
    // A flag counts even if an invalid value follows it.
    (key.form == Form::Flag).then_some(Entry {
        content: Content::Nothing,
        ..entry
    })
}

fn unknown_key(name: &str, target: Target) -> String {
    let allowed: Vec<&str> = keys::of(target).map(|key| key.name).collect();
    let namesakes: Vec<_> = keys::KEYS.iter().filter(|key| key.name == name).collect();
    let elsewhere: Vec<String> = namesakes
        .iter()
        .flat_map(|key| key.targets)
        .map(Target::to_string)
        .collect();
    let hint = if let [key] = &*namesakes {
        let (places, example, effect) = (joined_with_or(&elsewhere), key.example, key.effect);
        format!("; it belongs on {places}: write `#[odata({example})]` there\n`{name}` {effect}")
    } else if !elsewhere.is_empty() {
        format!("; it belongs on {}", joined_with_or(&elsewhere))
    } else if let Some(hint) = words::hint(name, target) {
        hint
    } else {
        did_you_mean(name, allowed.iter().copied())
    };
    format!(
        "unknown key `{name}` on {target}{hint}\nexpected one of: {}",
        allowed.join(", ")
    )
}

/// Joins words: `a, b or c`.
fn joined_with_or(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        words => words.concat(),
    }
}

/// An entry whose key may be unknown.
struct RawEntry {
    ident: Ident,
    content: Content,
}

/// The entries of one attribute. What is not an entry is skipped up to the next comma and listed in `problems`.
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
                parse_value(input)?;
                input.parse::<Option<Token![,]>>()?;
                continue;
            }
            let ident = input.call(Ident::parse_any)?;
            let content = if input.peek(Token![=]) {
                input.parse::<Token![=]>()?;
                Content::Value(parse_value(input)?)
            } else if input.peek(syn::token::Paren) {
                Content::List(input.parse()?)
            } else {
                Content::Nothing
            };
            if input.peek(Token![;]) {
                problems.push((
                    input.span(),
                    format!("expected a comma after `{ident}`, found a semicolon"),
                ));
                input.parse::<Token![;]>()?;
                entries.push(RawEntry { ident, content });
                continue;
            }
            if !input.is_empty() && !input.peek(Token![,]) {
                problems.push((input.span(), format!("expected a comma after `{ident}`")));
                // A key starts an entry even if the comma before it is missing.
                if !input.peek(Ident::peek_any) {
                    parse_value(input)?;
                }
            }
            entries.push(RawEntry { ident, content });
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(RawEntries { entries, problems })
    }
}

/// Parses the tokens of a value. It ends at a comma outside of `<` and `>`. To report a missing comma, it also ends at a semicolon and at
/// a word after a literal.
fn parse_value(input: ParseStream) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut open_angles = 0_usize;
    let mut is_after_literal = false;
    let ends_here = |open_angles: usize| {
        input.is_empty() || input.peek(Token![;]) || (open_angles == 0 && input.peek(Token![,]))
    };
    while !ends_here(open_angles) {
        if is_after_literal && input.peek(Ident::peek_any) && !input.peek(Token![as]) {
            break;
        }
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => open_angles += 1,
                '>' => open_angles = open_angles.saturating_sub(1),
                _ => {}
            }
        }
        is_after_literal = matches!(token, TokenTree::Literal(_));
        token.to_tokens(&mut tokens);
    }
    Ok(tokens)
}
