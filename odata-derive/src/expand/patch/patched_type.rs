//! The resource that a patch type is for.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{GenericParam, Type};

use crate::model::{Resource, Shape, is_named, is_text, stand_ins};

/// The resource that a patch type is for.
pub(super) struct PatchedType {
    pub(super) krate: TokenStream,
    /// The type that `Self` means in the resource.
    self_ty: TokenStream,
    /// The parameters of the item, which a constant cannot use.
    parameters: Vec<Ident>,
    /// Types in place of the parameters: whether a type has a patch does not depend on them.
    pub(super) stand_ins: Option<TokenStream>,
}

impl PatchedType {
    pub(super) fn of(model: &Resource<'_>) -> PatchedType {
        let krate = model.item.krate.to_token_stream();
        let private = quote!(#krate::__private);
        // A constant cannot use a lifetime.
        let has_lifetimes = model.item.generics.lifetimes().next().is_some();
        PatchedType {
            stand_ins: (stand_ins(&model.item).filter(|_| !has_lifetimes))
                .map(|it| replaced(it, &|it| it == "_odata", &private)),
            krate,
            self_ty: model.item.ty(),
            parameters: (model.item.generics.params.iter())
                .map(|it| match it {
                    GenericParam::Type(it) => it.ident.clone(),
                    GenericParam::Const(it) => it.ident.clone(),
                    GenericParam::Lifetime(it) => it.lifetime.ident.clone(),
                })
                .collect(),
        }
    }

    /// Returns whether the type mentions a parameter. Whether such a type has a patch is not known here.
    pub(super) fn depends_on_parameter(&self, ty: &Type) -> bool {
        contains(ty.to_token_stream(), &|it| {
            self.parameters.contains(it) || (it == "Self" && !self.parameters.is_empty())
        })
    }

    /// Returns the constant argument of a codec. It is the value of the runtime's `constant` for the type, which is defined for every type.
    pub(super) fn argument(&self, constant: &str, ty: &Type) -> TokenStream {
        let depends_on_parameter = self.depends_on_parameter(ty);
        let is_parameter = (self.parameters.iter()).any(|it| is_named(ty, it));
        let stand_ins = (self.stand_ins.as_ref()).filter(|_| depends_on_parameter && !is_parameter);
        if Shape::is_builtin(ty) || is_text(ty) || (depends_on_parameter && stand_ins.is_none()) {
            return quote!(true);
        }
        let (krate, constant) = (&self.krate, format_ident!("{constant}"));
        let ty = self.without_self(ty.to_token_stream());
        quote! {{
            #[allow(unused_imports)]
            use #krate::__private::patch::Unpatched as _;
            #stand_ins
            #krate::__private::patch::#constant::<#ty>::VALUE
        }}
    }

    /// Returns the type as it is written in the patch type, where `Self` is another type.
    pub(super) fn without_self(&self, ty: TokenStream) -> TokenStream {
        replaced(ty, &|it| it == "Self", &self.self_ty)
    }
}

/// Returns the tokens with `by` in place of certain identifiers.
pub(super) fn replaced(
    tokens: TokenStream,
    is_wanted: &dyn Fn(&Ident) -> bool,
    by: &TokenStream,
) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) if is_wanted(&ident) => by.clone(),
            TokenTree::Group(group) => {
                let inner = replaced(group.stream(), is_wanted, by);
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                TokenTree::Group(replaced).into()
            }
            other => other.into(),
        })
        .collect()
}

pub(super) fn contains(tokens: TokenStream, is_wanted: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_wanted(&ident),
        TokenTree::Group(group) => contains(group.stream(), is_wanted),
        _ => false,
    })
}
