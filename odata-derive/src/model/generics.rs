//! Type parameters, and the bounds that each impl puts on them.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    GenericParam, Generics, Lifetime, LifetimeParam, Token, TypeParamBound, WherePredicate,
    parse_quote, punctuated::Punctuated,
};

use super::Item;

/// The bounds that an impl puts on every type parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bounds {
    None,
    Type,
    /// With the lifetime `'__de` of the input, which outlives every lifetime of the item.
    Read,
    Write,
    Validate,
    Patch,
}

/// Returns the generics of the item with these bounds.
///
/// A type parameter that is only in skipped fields and associated types has none. `bound` replaces all of them.
pub(crate) fn bounded(item: &Item<'_>, bounds: Bounds) -> Generics {
    let generics = item.generics;
    let mut bounded = generics.clone();
    if bounds == Bounds::Read {
        let mut de = LifetimeParam::new(Lifetime::new("'__de", Span::call_site()));
        de.bounds = generics.lifetimes().map(|it| it.lifetime.clone()).collect();
        bounded.params.insert(0, GenericParam::Lifetime(de));
    }
    if bounds == Bounds::None || (generics.params.is_empty() && item.bound.is_none()) {
        return bounded;
    }
    if let Some(predicates) = &item.bound {
        if !predicates.is_empty() {
            let clause = bounded.make_where_clause();
            clause.predicates.extend(predicates.iter().cloned());
        }
        return bounded;
    }
    let bound = match bounds {
        Bounds::None => TokenStream::new(),
        Bounds::Type => quote!(_odata::ODataType),
        Bounds::Read => {
            let default = item.default.map(|_| quote!(+ _odata::Default));
            quote!(_odata::ODataType + _odata::serde::Deserialize<'__de> #default)
        }
        Bounds::Write => quote!(_odata::ODataType + _odata::serde::Serialize),
        Bounds::Validate => quote!(_odata::Validate),
        Bounds::Patch => quote! {
            _odata::ODataType + _odata::serde::Serialize + _odata::serde::de::DeserializeOwned
                + _odata::Validate + ::core::clone::Clone + ::core::cmp::PartialEq
        },
    };
    let of_associated = item.associated.iter();
    let of_associated = of_associated.map(|it| parse_quote!(#it: #bound));
    let predicates: Vec<WherePredicate> = (generics.type_params().map(|it| &it.ident))
        .filter_map(|it| match (item.unbounded.contains(it), bounds) {
            (false, _) => Some(parse_quote!(#it: #bound)),
            // A patch is applied to a clone of the whole value.
            (true, Bounds::Patch) => Some(parse_quote!(#it: ::core::clone::Clone)),
            (true, _) => None,
        })
        .chain(of_associated)
        .collect();
    if !predicates.is_empty() {
        bounded.make_where_clause().predicates.extend(predicates);
    }
    bounded
}

/// The bounds that `AnyParameter` meets, a type of the runtime that can be the argument of a type parameter.
pub(crate) const BOUNDS: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "DeserializeOwned",
    "Eq",
    "Hash",
    "ODataType",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Serialize",
    "Sized",
    "Sync",
    "Unpin",
    "Validate",
];

/// Returns arguments for the parameters, `<'static, AnyParameter>`. With them, the compiler checks the rules that do not depend on the
/// parameters before the item is used. `None` if a parameter has a bound that `AnyParameter` may not meet.
pub(crate) fn stand_in(item: &Item<'_>) -> Option<TokenStream> {
    let arguments = arguments(item)?;
    Some(quote!(<#(#arguments),*>))
}

/// Returns the arguments of [`stand_in`] as items with the names of the parameters: `type T = AnyParameter;`. If a constant with these
/// items has an error, the message has the names of the parameters, and not `AnyParameter`.
pub(crate) fn stand_ins(item: &Item<'_>) -> Option<TokenStream> {
    let items = (item.generics.params.iter().zip(arguments(item)?)).map(|(param, argument)| {
        let item = match param {
            GenericParam::Lifetime(_) => return TokenStream::new(),
            GenericParam::Type(it) => {
                let ident = &it.ident;
                quote!(type #ident = #argument;)
            }
            GenericParam::Const(it) => {
                let (ident, ty) = (&it.ident, &it.ty);
                quote!(const #ident: #ty = #argument;)
            }
        };
        quote!(#[allow(dead_code, non_camel_case_types)] #item)
    });
    Some(items.collect())
}

fn arguments(item: &Item<'_>) -> Option<Vec<TokenStream>> {
    let generics = item.generics;
    let declared = generics.where_clause.iter().flat_map(|it| &it.predicates);
    let mut predicates = declared.chain(item.bound.iter().flatten());
    let has_unknown_predicates = predicates.any(|it| match it {
        WherePredicate::Type(it) => !are_met(&it.bounds),
        _ => false,
    });
    if has_unknown_predicates {
        return None;
    }
    (generics.params.iter())
        .map(|param| match param {
            GenericParam::Lifetime(_) => Some(quote!('static)),
            GenericParam::Type(it) => match &it.default {
                Some((_, default)) => Some(default.to_token_stream()),
                None => are_met(&it.bounds).then(|| quote!(_odata::AnyParameter)),
            },
            GenericParam::Const(it) => match it.ty.to_token_stream().to_string().as_str() {
                "bool" => Some(quote!(false)),
                "char" => Some(quote!('a')),
                _ => Some(quote!(0)),
            },
        })
        .collect()
}

fn are_met(bounds: &Punctuated<TypeParamBound, Token![+]>) -> bool {
    bounds.iter().all(|bound| match bound {
        TypeParamBound::Trait(it) => it
            .path
            .segments
            .last()
            .is_some_and(|last| BOUNDS.contains(&last.ident.to_string().as_str())),
        TypeParamBound::Lifetime(_) => true,
        _ => false,
    })
}
