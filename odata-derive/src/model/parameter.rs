//! Finds the parameters of the item in a type.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics, Type};

use super::shape::ungrouped;

/// Returns whether the type is one of the item's type parameters, or an associated type of one: `T`, `T::Item`, `<T as Trait>::Item`.
pub(crate) fn is_parameter(ty: &Type, generics: &Generics) -> bool {
    let Type::Path(path) = ungrouped(ty) else {
        return false;
    };
    match &path.qself {
        Some(qself) => is_parameter(&qself.ty, generics),
        None => (path.path.segments.first())
            .is_some_and(|first| generics.type_params().any(|it| it.ident == first.ident)),
    }
}

/// Returns whether the type, path or bound mentions a type parameter, a constant or a lifetime of the item, so that a constant cannot depend
/// on it.
pub(crate) fn mentions_parameter(part: &impl ToTokens, generics: &Generics) -> bool {
    (generics.params.iter()).any(|param| mentions_one(part, param))
}

/// Returns whether the type, path or bound mentions this parameter.
pub(crate) fn mentions_one(part: &impl ToTokens, param: &GenericParam) -> bool {
    let name = match param {
        GenericParam::Type(it) => &it.ident,
        GenericParam::Const(it) => &it.ident,
        GenericParam::Lifetime(it) => &it.lifetime.ident,
    };
    mentions(part.to_token_stream(), name)
}

/// Returns whether the type mentions a lifetime, or is a reference.
pub(crate) fn mentions_lifetime(ty: &Type) -> bool {
    fn has_quote(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Punct(punct) => matches!(punct.as_char(), '\'' | '&'),
            TokenTree::Group(group) => has_quote(group.stream()),
            _ => false,
        })
    }
    has_quote(ty.to_token_stream())
}

/// Returns whether the identifier is among the tokens.
pub(crate) fn mentions(tokens: TokenStream, wanted: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *wanted,
        TokenTree::Group(group) => mentions(group.stream(), wanted),
        _ => false,
    })
}

/// Returns whether the type is the item of this name, with any arguments.
pub(crate) fn is_named(ty: &Type, item: &Ident) -> bool {
    let Type::Path(path) = ungrouped(ty) else {
        return false;
    };
    path.qself.is_none()
        && path.path.segments.len() == 1
        && (path.path.segments.first()).is_some_and(|it| it.ident == *item)
}

/// Returns whether the type is the item itself: by its name, with any arguments, or as `Self`.
pub(crate) fn is_itself(ty: &Type, item: &Ident) -> bool {
    is_named(ty, item) || matches!(ungrouped(ty), Type::Path(path) if path.path.is_ident("Self"))
}

/// Returns the type as users write it: the compiler puts spaces between all tokens.
pub(crate) fn compact(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    [(" < ", "<"), (" >", ">"), (" :: ", "::"), (" ,", ",")]
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to))
}
