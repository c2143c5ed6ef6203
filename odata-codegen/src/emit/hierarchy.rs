//! An enumeration over the types derived from one base, for values that may be of any of them.

use quote::quote;
use syn::{Item, Variant};

use super::{
    attribute::{Attribute, additional},
    context::Context,
    docs,
    field::code,
    imports::{Imports, tokens},
    reference::path,
    structure, syntax,
};
use crate::model::TypeId;

/// The number of variants up to which a hierarchy has the methods of each.
const MAX_VARIANTS_WITH_ACCESSORS: usize = 100;

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
) -> Option<syn::Result<Item>> {
    let (entry, ty) = (context.model.entry(id)?, context.plan.ty(id)?);
    let hierarchy = ty.hierarchy.as_ref()?;
    let mut variants: Vec<syn::Result<Variant>> = ty
        .variants
        .iter()
        .filter_map(|(variant, name)| {
            let (variant, plan) = (context.model.entry(*variant)?, context.plan.ty(*variant)?);
            let target = path(imports.module(), &plan.module, &plan.ident);
            let docs = docs::attributes(&[format!("{}.", code(&variant.qualified))]);
            Some(syntax::variant(docs, name, quote!(Box<#target>)))
        })
        .collect();
    let mut attribute = Attribute::default();
    attribute.value("hierarchy", tokens(&ty.ident));
    let model_types = path(imports.module(), &Vec::new(), "MODEL_TYPES");
    attribute.value("known", quote!(#model_types.names()));
    let has_accessors = has_accessors(context, id);
    if !has_accessors {
        attribute.value("accessors", quote!(false));
    }
    structure::add_core_crate(context, &mut attribute);
    let mut docs = vec![format!(
        "{} or a type derived from it, selected by `@odata.type`.",
        code(&entry.qualified)
    )];
    if !has_accessors {
        docs.push(
            "Match on it: it has no methods for each variant, which the option `accessors` generates."
                .to_owned(),
        );
    }
    let mut attributes = docs::attributes(&docs);
    let (derive, other) = (
        imports.core("ODataResource"),
        imports.core("DynamicResource"),
    );
    let derives = quote!(Debug, Clone, PartialEq, #derive);
    attributes.push(syntax::list("derive", derives));
    attributes.extend(additional(context, &entry.qualified));
    attributes.extend(attribute.syntax());
    let docs =
        syntax::doc(" An unknown type, or a value without a type tag: preserved completely.");
    let other_attributes = vec![docs, syntax::list("odata", quote!(other))];
    variants.push(syntax::variant(other_attributes, "Other", other));
    Some(syntax::enumeration(attributes, hierarchy, variants))
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

/// Returns whether the hierarchy has the methods of each variant. Where there are very many variants, their methods would be most of the
/// code to compile.
fn has_accessors(context: Context<'_>, id: TypeId) -> bool {
    let Some((entry, ty)) = context.model.entry(id).zip(context.plan.ty(id)) else {
        return false;
    };
    let mut requested = context.config.accessors.iter();
    requested.any(|it| it.matches(&entry.qualified))
        || ty.variants.len() <= MAX_VARIANTS_WITH_ACCESSORS && !are_versions(context, id)
}

/// Returns whether the variants are versions of one type, such as `Rack.v1_0_0.Rack` and `Rack.v1_1_0.Rack`.
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
