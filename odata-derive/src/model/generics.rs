//! Type parameters: which types are one, and what each impl asks of them.

use proc_macro2::TokenStream;
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, Type, parse_quote};

use super::shape::unwrapped;

/// Whether the type is one of the item's type parameters, and nothing more.
pub(crate) fn is_parameter(ty: &Type, generics: &Generics) -> bool {
    matches!(unwrapped(ty), Type::Path(path) if path.qself.is_none()
        && generics.type_params().any(|it| path.path.is_ident(&it.ident)))
}

/// What an impl needs of every type parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bounds {
    Named,
    Read,
    Write,
    Validate,
    Patch,
}

/// The generics of the item with bounds for one of its impls.
pub(crate) fn bounded(generics: &Generics, bounds: Bounds) -> Generics {
    let mut generics = generics.clone();
    let params: Vec<_> = generics.type_params().map(|it| it.ident.clone()).collect();
    if params.is_empty() {
        return generics;
    }
    let clause = generics.make_where_clause();
    for param in params {
        let bound: TokenStream = match bounds {
            Bounds::Named => parse_quote!(_odata::ODataType),
            Bounds::Read => parse_quote!(_odata::ODataType + _odata::serde::Deserialize<'__de>),
            Bounds::Write => parse_quote!(_odata::ODataType + _odata::serde::Serialize),
            Bounds::Validate => parse_quote!(_odata::Validate),
            Bounds::Patch => parse_quote! {
                _odata::ODataType + _odata::serde::Serialize + _odata::serde::de::DeserializeOwned
                    + ::core::clone::Clone + ::core::cmp::PartialEq
            },
        };
        clause.predicates.push(parse_quote!(#param: #bound));
    }
    generics
}

/// The generics with `'__de` in front, which outlives every lifetime of the item: what borrows, borrows from the input.
pub(crate) fn with_de(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let mut de = LifetimeParam::new(Lifetime::new("'__de", proc_macro2::Span::call_site()));
    de.bounds = generics.lifetimes().map(|it| it.lifetime.clone()).collect();
    generics.params.insert(0, GenericParam::Lifetime(de));
    generics
}
