//! The values of keys. A value that is wrong is reported at its own span, with one that is right.

use proc_macro2::Span;
use syn::{
    Lit, LitBool, LitStr, Path, Type,
    parse::{Parse, ParseStream},
};

use super::entry::{Content, Entry};
use crate::errors::Errors;

impl Entry {
    /// Parses the value; `wanted` names what it should be.
    pub(crate) fn parse<T: Parse>(&self, wanted: &str, errors: &mut Errors) -> Option<T> {
        let Content::Value(tokens) = &self.content else {
            return None;
        };
        match syn::parse2(tokens.clone()) {
            Ok(value) => Some(value),
            Err(_) => {
                errors.at_span(
                    self.span(),
                    format_args!("`{}` takes {wanted}: `{}`", self.key.name, self.key.example),
                );
                None
            }
        }
    }

    pub(crate) fn string(&self, errors: &mut Errors) -> Option<LitStr> {
        self.parse("a string", errors)
    }

    pub(crate) fn boolean(&self, errors: &mut Errors) -> Option<bool> {
        self.parse::<LitBool>("`true` or `false`", errors)
            .map(|it| it.value)
    }

    pub(crate) fn path(&self, errors: &mut Errors) -> Option<Path> {
        let wanted = match self.key.name {
            "default" | "validate" => "the path of a function",
            "with" => "the path of a module",
            "known" => "the path of a constant",
            _ => "a path",
        };
        self.parse::<PathValue>(wanted, errors).map(|it| it.0)
    }

    pub(crate) fn ty(&self, errors: &mut Errors) -> Option<Type> {
        self.parse("a type", errors)
    }

    /// One of some words, with or without quotes.
    pub(crate) fn word<T: Copy>(&self, words: &[(&str, T)], errors: &mut Errors) -> Option<T> {
        let word: Word = self.parse("a word", errors)?;
        let found = words
            .iter()
            .find(|(name, _)| *name == word.text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let all: Vec<String> = words.iter().map(|(name, _)| format!("`{name}`")).collect();
            let hint = super::nearest(&word.text, words.iter().map(|(name, _)| *name))
                .map(|it| format!("; did you mean `{it}`?"))
                .unwrap_or_default();
            errors.at_span(
                word.span,
                format_args!("`{}` is not one of {}{hint}", word.text, all.join(", ")),
            );
        }
        found
    }
}

struct Word {
    text: String,
    span: Span,
}

impl Parse for Word {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if let Ok(ident) = input.parse::<syn::Ident>() {
            return Ok(Word {
                text: ident.to_string(),
                span: ident.span(),
            });
        }
        match input.parse::<Lit>()? {
            Lit::Str(text) => Ok(Word {
                text: text.value(),
                span: text.span(),
            }),
            other => Err(syn::Error::new(other.span(), "expected a word")),
        }
    }
}

/// A path, or one in a string as serde has it.
struct PathValue(Path);

impl Parse for PathValue {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse::<LitStr>()?.parse().map(PathValue);
        }
        input
            .call(Path::parse_mod_style)
            .or_else(|_| input.parse())
            .map(PathValue)
    }
}
