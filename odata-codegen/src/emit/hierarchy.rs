//! An enumeration over the types derived from one base, for places that may hold any of them.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::attribute::Attribute;
use super::field::code;
use super::imports::{Imports, tokens};
use super::reference::path;
use super::{Context, docs};
use crate::model::{Entry, TypeId};
use crate::naming::{Scope, pascal};
use crate::plan::TypePlan;

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
) -> Option<TokenStream> {
    let (entry, ty) = (context.model.entry(id)?, context.plan.ty(id)?);
    let hierarchy = tokens(ty.hierarchy.as_ref()?);
    let mut names = Scope::default();
    names.reserve(["Other"]);
    let mut shared: HashMap<String, usize> = HashMap::new();
    for (variant, _) in concrete(context, id) {
        *shared.entry(pascal(&variant.ty.name)).or_default() += 1;
    }
    let variants: Vec<TokenStream> = concrete(context, id)
        .map(|(variant, plan)| {
            let name = tokens(&variant_name(&mut names, variant, &shared));
            let target = path(imports.module(), &plan.module, &plan.ident);
            let docs = docs::attributes(&[format!("{}.", code(&variant.qualified))]);
            quote! { #docs #name(Box<#target>) }
        })
        .collect();
    let mut attribute = Attribute::default();
    attribute.value("hierarchy", tokens(&ty.ident));
    attribute.value("known", path(imports.module(), &Vec::new(), "MODEL_TYPES"));
    super::structure::core_crate(context, &mut attribute);
    let docs = docs::attributes(&[format!(
        "{}, or a type derived from it, picked by `@odata.type`.",
        code(&entry.qualified)
    )]);
    let (derive, other) = (
        imports.core("ODataResource"),
        imports.core("DynamicResource"),
    );
    Some(quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, #derive)]
        #attribute
        pub enum #hierarchy {
            #(#variants,)*
            #[doc = " A type that these do not know, or none named: kept whole."]
            #[odata(other)]
            Other(#other)
        }
    })
}

/// The base itself and the types derived from it, as far as they are generated and values can be of them.
fn concrete(context: Context<'_>, id: TypeId) -> impl Iterator<Item = (&Entry, &TypePlan)> {
    std::iter::once(id)
        .chain(context.model.descendants(id))
        .filter(move |&id| !context.model.is_abstract(id))
        .filter_map(move |id| context.model.entry(id).zip(context.plan.ty(id)))
}

/// The type's name; where several variants would have it, with the last parts of the namespace before it.
fn variant_name(names: &mut Scope, entry: &Entry, shared: &HashMap<String, usize>) -> String {
    let name = pascal(&entry.ty.name);
    let parts: Vec<String> = entry.namespace.split('.').map(pascal).collect();
    let longer = |from: usize| format!("{}{name}", parts.get(from..).unwrap_or_default().concat());
    let alone = shared
        .get(&name)
        .is_none_or(|count| *count == 1)
        .then(|| name.clone());
    let candidates: Vec<String> = alone
        .into_iter()
        .chain((0..parts.len()).rev().map(longer))
        .collect();
    names.claim(candidates.iter().map(String::as_str))
}

/// The names of all concrete structured types of the model, but those that derive from a generated hierarchy's base and are not generated
/// themselves: these are unknown to it, and kept.
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
        .filter(|(_, entry)| !entry.duplicate);
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
