//! An enumeration over the types derived from one base, for values that may be of any of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    attribute::{Attribute, additional},
    context::Context,
    docs,
    field::code,
    imports::{Imports, tokens},
    reference::path,
    structure,
};
use crate::model::TypeId;

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
) -> Option<TokenStream> {
    let (entry, ty) = (context.model.entry(id)?, context.plan.ty(id)?);
    let hierarchy = tokens(ty.hierarchy.as_ref()?);
    let variants: Vec<TokenStream> = ty
        .variants
        .iter()
        .filter_map(|(variant, name)| {
            let (variant, plan) = (context.model.entry(*variant)?, context.plan.ty(*variant)?);
            let name = tokens(name);
            let target = path(imports.module(), &plan.module, &plan.ident);
            let docs = docs::attributes(&[format!("{}.", code(&variant.qualified))]);
            Some(quote! { #docs #name(Box<#target>) })
        })
        .collect();
    let mut attribute = Attribute::default();
    attribute.value("hierarchy", tokens(&ty.ident));
    let model_types = path(imports.module(), &Vec::new(), "MODEL_TYPES");
    attribute.value("known", quote!(#model_types.names()));
    if are_versions(context, id) {
        attribute.value("accessors", quote!(false));
    }
    structure::core_crate(context, &mut attribute);
    let docs = docs::attributes(&[format!(
        "{} or a type derived from it, selected by `@odata.type`.",
        code(&entry.qualified)
    )]);
    let (derive, other) = (
        imports.core("ODataResource"),
        imports.core("DynamicResource"),
    );
    let additional = additional(context, &entry.qualified);
    Some(quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, #derive)]
        #additional
        #attribute
        pub enum #hierarchy {
            #(#variants,)*
            #[doc = " An unknown type, or a value without a type tag: kept completely."]
            #[odata(other)]
            Other(#other)
        }
    })
}

/// Returns the names of the concrete structured types of the model. Types that derive from the base of a generated hierarchy and are not
/// generated are left out: the hierarchy reads them as unknown types.
pub(super) fn model_types(context: Context<'_>) -> Vec<&str> {
    let left_out = |id: TypeId| {
        context.plan.ty(id).is_none()
            && context
                .model
                .chain(id)
                .any(|base| context.selection.polymorphic.contains(&base))
    };
    let all = context
        .model
        .types
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.is_duplicate);
    let mut names: Vec<&str> = all
        .filter(|&(id, _)| {
            context.model.structured(id).is_some()
                && !context.model.is_abstract(id)
                && !left_out(id)
        })
        .map(|(_, entry)| entry.qualified.as_str())
        .collect();
    names.sort_unstable();
    names
}

/// Whether the variants are versions of one type, such as `Rack.v1_0_0.Rack` and `Rack.v1_1_0.Rack`. There are many of them, and the methods
/// of each variant would be most of the code to compile.
fn are_versions(context: Context<'_>, id: TypeId) -> bool {
    let Some((entry, ty)) = context.model.entry(id).zip(context.plan.ty(id)) else {
        return false;
    };
    ty.variants.len() > 1
        && ty.variants.iter().all(|(variant, _)| {
            context.model.entry(*variant).is_some_and(|it| {
                it.ty.name == entry.ty.name && it.namespace != entry.namespace || *variant == id
            })
        })
}
