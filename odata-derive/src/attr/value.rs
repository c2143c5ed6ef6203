//! Values of entries. A wrong value is reported at its own span, with an example of a right one.

use proc_macro2::Span;
use syn::{
    Lit, LitBool, LitStr, Path, Token, Type, WherePredicate,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use super::{
    did_you_mean,
    entry::{Content, Entry},
};
use crate::errors::Errors;

impl Entry {
    /// Parses the value; `expected` describes it.
    pub(crate) fn value<T: Parse>(&self, expected: &str, errors: &mut Errors) -> Option<T> {
        let Content::Value(tokens) = &self.content else {
            return None;
        };
        let value = syn::parse2(tokens.clone()).ok();
        if value.is_none() {
            errors.at_span(
                self.span(),
                format_args!(
                    "`{}` requires {expected}: write `{}`",
                    self.key.name, self.key.example
                ),
            );
        }
        value
    }

    pub(crate) fn string(&self, errors: &mut Errors) -> Option<LitStr> {
        self.value("a string", errors)
    }

    /// Parses predicates of a `where` clause, in a string: `"T: Validate, U: Clone"`.
    pub(crate) fn predicates(&self, errors: &mut Errors) -> Option<Vec<WherePredicate>> {
        let text = self.string(errors)?;
        let parser = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
        match text.parse_with(parser) {
            Ok(predicates) => Some(predicates.into_iter().collect()),
            Err(_) => {
                errors.at_span(
                    text.span(),
                    format_args!(
                        "`{}` requires the predicates of a `where` clause: write `{}`",
                        self.key.name, self.key.example
                    ),
                );
                None
            }
        }
    }

    pub(crate) fn boolean(&self, errors: &mut Errors) -> Option<bool> {
        self.value::<LitBool>("`true` or `false`", errors)
            .map(|it| it.value)
    }

    pub(crate) fn path(&self, errors: &mut Errors) -> Option<Path> {
        let expected = match self.key.name {
            "default" => "the path of a function that returns the value",
            "validate" => "the path of a function",
            "with" => "the path of a module",
            _ => "a path",
        };
        self.value::<PathValue>(expected, errors).map(|it| it.0)
    }

    /// Parses the list of `known`.
    pub(crate) fn type_list(&self, errors: &mut Errors) -> Option<TypeList> {
        self.value("the path of a constant", errors)
    }

    pub(crate) fn ty(&self, errors: &mut Errors) -> Option<Type> {
        self.value::<TypeValue>("a type", errors).map(|it| it.0)
    }

    /// Parses one of these words, with or without quotes.
    pub(crate) fn choice<T: Copy>(&self, choices: &[(&str, T)], errors: &mut Errors) -> Option<T> {
        let word: Word = self.value("a word", errors)?;
        let chosen = choices.iter().find(|(name, _)| *name == word.text);
        if chosen.is_none() {
            let names = choices.iter().map(|(name, _)| *name);
            let all: Vec<String> = names.clone().map(|name| format!("`{name}`")).collect();
            errors.at_span(
                word.span,
                format_args!(
                    "unknown value `{}` of `{}`{}\nexpected one of: {}",
                    word.text,
                    self.key.name,
                    did_you_mean(&word.text, names),
                    all.join(", ")
                ),
            );
        }
        chosen.map(|(_, value)| *value)
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

/// A path, with or without quotes: serde's attributes have them.
pub(crate) struct PathValue(pub(crate) Path);

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

/// The list of `known`: the path of a slice, or `PATH.names()` with the path of a `TypeNames`.
pub(crate) struct TypeList {
    pub(crate) path: Path,
    /// Whether the list is a `TypeNames`, which has been checked.
    pub(crate) is_checked: bool,
}

impl Parse for TypeList {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let path = input.parse::<PathValue>()?.0;
        let is_checked = input.peek(Token![.]);
        if is_checked {
            input.parse::<Token![.]>()?;
            let method: syn::Ident = input.parse()?;
            if method != "names" {
                return Err(syn::Error::new(method.span(), "expected `names`"));
            }
            let arguments;
            syn::parenthesized!(arguments in input);
            arguments.parse::<syn::parse::Nothing>()?;
        }
        Ok(TypeList { path, is_checked })
    }
}

/// A type, with or without quotes.
pub(crate) struct TypeValue(pub(crate) Type);

impl Parse for TypeValue {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse::<LitStr>()?.parse().map(TypeValue);
        }
        input.call(Type::without_plus).map(TypeValue)
    }
}
