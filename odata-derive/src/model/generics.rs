//! Type parameters: which types are one, and the bounds that each impl puts on them.

use proc_macro2::{Span, TokenStream};
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, Type, parse_quote};

use super::shape::ungrouped;

/// Whether the type is one of the item's type parameters.
pub(crate) fn is_parameter(ty: &Type, generics: &Generics) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.qself.is_none()
        && generics.type_params().any(|it| path.path.is_ident(&it.ident)))
}

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

/// The generics of the item with these bounds.
pub(crate) fn bounded(generics: &Generics, bounds: Bounds) -> Generics {
    let mut bounded = generics.clone();
    let bound: TokenStream = match bounds {
        Bounds::None => return bounded,
        Bounds::Type => parse_quote!(_odata::ODataType),
        Bounds::Read => {
            let mut de = LifetimeParam::new(Lifetime::new("'__de", Span::call_site()));
            de.bounds = generics.lifetimes().map(|it| it.lifetime.clone()).collect();
            bounded.params.insert(0, GenericParam::Lifetime(de));
            parse_quote!(_odata::ODataType + _odata::serde::Deserialize<'__de>)
        }
        Bounds::Write => parse_quote!(_odata::ODataType + _odata::serde::Serialize),
        Bounds::Validate => parse_quote!(_odata::Validate),
        Bounds::Patch => parse_quote! {
            _odata::ODataType + _odata::serde::Serialize + _odata::serde::de::DeserializeOwned
                + ::core::clone::Clone + ::core::cmp::PartialEq
        },
    };
    let parameters = generics.type_params().map(|it| &it.ident);
    let predicates: Vec<_> = parameters.map(|it| parse_quote!(#it: #bound)).collect();
    if !predicates.is_empty() {
        bounded
            .make_where_clause()
            .predicates
            .extend::<Vec<syn::WherePredicate>>(predicates);
    }
    bounded
}
