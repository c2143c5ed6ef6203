//! A property as a field.

use std::collections::BTreeSet;

use odata_csdl::{Property, StructuredTypes, is_simple_identifier};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Field;

use super::{
    attribute::Attribute,
    context::Context,
    docs,
    imports::Imports,
    reference::{ItemType, item_type, path, spelled},
    rules::rules,
    syntax,
};
use crate::{
    model::{Edm, Target, TypeId, Vocabulary},
    options::Nulls,
    plan::{lower_camel, upper_camel},
};

/// The type or action that a property belongs to, and the default of its field names.
pub(super) struct Owner<'a> {
    pub(super) id: Option<TypeId>,
    pub(super) qualified: &'a str,
    /// The names of the properties that form the key.
    pub(super) key: &'a [&'a str],
    pub(super) is_pascal: bool,
}

/// Returns a field: `#[odata(...)] pub display_name: Option<String>,`.
pub(super) fn field(
    context: Context<'_>,
    owner: &Owner<'_>,
    property: &Property,
    ident: &str,
    imports: &mut Imports<'_>,
) -> syn::Result<Field> {
    let item = item_type(context, owner.qualified, property, imports);
    let docs = docs::attributes(&paragraphs(context, property));
    let mut attribute = Attribute::default();
    if default_name(ident, owner.is_pascal) != property.name {
        attribute.value("name", &property.name);
    }
    attribute.flag_if("any_name", !is_simple_identifier(&property.name));
    let is_key = owner.key.contains(&property.name.as_str());
    attribute.flag_if("key", is_key);
    // Against the rules, a navigation property may have a type without entities. Then it is a property like others.
    let has_entities = match context.model.target(&property.ty.name) {
        Target::Edm(edm) => matches!(edm, Edm::EntityType | Edm::ComplexType),
        Target::Known(id) => context.model.structured(id).is_some(),
        Target::Missing => true,
    };
    let is_navigation = property.navigation.is_some() && has_entities;
    // The derive recognizes `Nav` by name. A field whose type an override replaces cannot be one.
    let is_nav = context.config.nav && is_navigation && item.edm.is_none();
    // Some services break a rule: a structural property of an entity type has an entity type. The derive allows that for navigation
    // properties only.
    let is_entity = |id| context.model.structured(id).is_some_and(|it| it.is_entity);
    let relates_entities = property.navigation.is_none()
        && owner.id.is_some_and(is_entity)
        && matches!(context.model.target(&property.ty.name), Target::Known(id) if is_entity(id));
    attribute.flag_if("navigation", (is_navigation && !is_nav) || relates_entities);
    let is_computed = Vocabulary(&property.annotations).is_computed();
    attribute.flag_if("computed", is_computed);
    // A hierarchy has no patch type: its value is replaced as a whole.
    let is_hierarchy = match context.model.target(&property.ty.name) {
        Target::Edm(edm) => matches!(edm, Edm::ComplexType | Edm::EntityType),
        Target::Known(id) => context.plan.hierarchy(id).is_some(),
        Target::Missing => false,
    };
    let is_in_patch = context.config.patch && owner.id.is_some() && !is_key && !is_computed;
    let is_single = property.navigation.is_none() && !property.ty.is_collection;
    attribute.flag_if("atomic", is_in_patch && is_single && is_hierarchy);
    let has_nullable_constraint = owner.id.is_some()
        && context
            .model
            .has_nullable_constraint(owner.qualified, property);
    // Key properties are never null, even where the metadata does not state it (CSDL 4.01 §6.5).
    let is_never_null = if property.ty.is_collection {
        // Whatever the metadata states, related entities in a collection are never null (CSDL 4.01 §8.3).
        property.navigation.is_none() && property.ty.nullable == Some(false)
    } else {
        is_key || !(property.ty.is_nullable() || has_nullable_constraint)
    };
    // A parameter of an action is required if it is never null, unless the metadata makes it optional.
    let is_parameter = owner.id.is_none();
    let is_optional = Vocabulary(&property.annotations).is_optional();
    let is_required_collection =
        is_parameter && is_never_null && !is_optional && property.ty.is_collection;
    if is_never_null && !is_required_collection && !(is_optional && property.ty.is_collection) {
        attribute.value("nullable", false);
        // Without a default, it would be a required parameter.
        attribute.flag_if("default", is_parameter && is_optional);
    }
    let allows_null = context.config.null_collections && property.ty.is_collection;
    attribute.flag_if("null_collection", allows_null && !is_parameter);
    if let Some(edm) = &item.edm {
        attribute.value("edm", edm);
    }
    if let Some(declared) = declared_type(context, property, &item, imports) {
        attribute.value("declared_type", declared);
    }
    let derived_types = derived_types(context, property, &item, imports);
    if !derived_types.is_empty() {
        attribute.list("derived_types", quote!(#(#derived_types),*));
    }
    let rules = rules(property, &item);
    if !rules.is_empty() {
        let rules = if property.ty.is_collection {
            quote!(each(#(#rules),*))
        } else {
            quote!(#(#rules),*)
        };
        attribute.list("validate", rules);
    }
    let ty = if is_required_collection {
        let item = &item.rust;
        quote!(Vec<#item>)
    } else if is_nav {
        let nav = if property.ty.is_collection {
            "NavCollection"
        } else {
            "Nav"
        };
        let (nav, rust) = (imports.core(nav), &item.rust);
        quote!(#nav<#rust>)
    } else {
        shape(context, owner, property, &item, !is_never_null)
    };
    let attributes = docs.into_iter().chain(attribute.syntax()).collect();
    syntax::field(attributes, ident, ty)
}

/// Returns the declared type of a property, if it is a later version of the type that the hierarchy is of.
fn declared_type(
    context: Context<'_>,
    property: &Property,
    item: &ItemType,
    imports: &Imports<'_>,
) -> Option<TokenStream> {
    let Target::Known(declared) = context.model.target(&property.ty.name) else {
        return None;
    };
    let ty = context.plan.ty(declared)?;
    (ty.first_version.is_some() && item.edm.is_none())
        .then(|| path(imports.module(), &ty.module, &ty.ident))
}

/// Returns the types of `Validation.DerivedTypeConstraint`, for the field of a hierarchy. The hierarchy reads types that are not generated
/// as unknown types, which may derive from a listed one.
fn derived_types(
    context: Context<'_>,
    property: &Property,
    item: &ItemType,
    imports: &Imports<'_>,
) -> Vec<TokenStream> {
    let model = context.model;
    let Target::Known(declared) = model.target(&property.ty.name) else {
        return Vec::new();
    };
    if context.plan.hierarchy(declared).is_none() || item.edm.is_some() {
        return Vec::new();
    }
    let listed: BTreeSet<TypeId> = Vocabulary(&property.annotations)
        .derived_types()
        .into_iter()
        .filter_map(|name| model.find_by_any_name(name))
        .filter(|&id| model.chain(id).any(|base| base == declared))
        .collect();
    let generated = listed.into_iter().filter_map(|id| context.plan.ty(id));
    generated
        .map(|ty| path(imports.module(), &ty.module, &ty.ident))
        .collect()
}

/// Returns the OData name that the derive gives a field by default.
pub(super) fn default_name(ident: &str, is_pascal: bool) -> String {
    if is_pascal {
        upper_camel(ident)
    } else {
        lower_camel(ident)
    }
}

/// Returns the Rust and OData names of fields.
pub(super) fn names<'a>(
    fields: &'a [(&'a Property, &'a str)],
) -> impl Iterator<Item = (&'a str, &'a str)> + Clone {
    fields
        .iter()
        .map(|(property, ident)| (*ident, property.name.as_str()))
}

/// Returns whether `rename_all = "PascalCase"` derives more of the OData names than the default.
pub(super) fn prefers_pascal<'a>(names: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> bool {
    let derived = |is_pascal| {
        let names = names.clone();
        names
            .filter(|(ident, name)| default_name(ident, is_pascal) == *name)
            .count()
    };
    derived(true) > derived(false)
}

fn shape(
    context: Context<'_>,
    owner: &Owner<'_>,
    property: &Property,
    item: &ItemType,
    is_nullable: bool,
) -> TokenStream {
    let ty = &item.rust;
    if property.ty.is_collection {
        // Entities in a collection are never null (CSDL XML 4.01 §8.3). Other items have no default.
        let by_default = context.config.nullable_items;
        return if property.navigation.is_none() && property.ty.nullable.unwrap_or(by_default) {
            quote!(Option<Vec<Option<#ty>>>)
        } else {
            quote!(Option<Vec<#ty>>)
        };
    }
    let boxed = owner
        .id
        .is_some_and(|id| context.plan.boxed.contains(&(id, property.name.clone())));
    let ty = if boxed { quote!(Box<#ty>) } else { quote!(#ty) };
    if context.config.nulls == Nulls::Keep && is_nullable {
        quote!(Option<Option<#ty>>)
    } else {
        quote!(Option<#ty>)
    }
}

fn paragraphs(context: Context<'_>, property: &Property) -> Vec<String> {
    let vocabulary = Vocabulary(&property.annotations);
    let mut paragraphs = docs::descriptions(vocabulary);
    if let Some(deprecation) = vocabulary.deprecation() {
        paragraphs.push(docs::prose(&format!("Deprecated: {deprecation}")));
    }
    if vocabulary.is_read_only() {
        paragraphs.push("Read-only.".to_owned());
    }
    if let Some(default) = &property.default {
        paragraphs.push(format!("Default: {}.", code(default)));
    }
    if let Some(navigation) = &property.navigation {
        let contained = if navigation.contains_target {
            ", contained"
        } else {
            ""
        };
        let partner = navigation
            .partner
            .as_ref()
            .map(|partner| format!("; its partner is {}", code(partner)))
            .unwrap_or_default();
        paragraphs.push(format!(
            "Leads to {}{contained}{partner}.",
            code(&spelled(context.model, property))
        ));
    } else if paragraphs.iter().all(String::is_empty) {
        paragraphs.push(format!(
            "{}: {}.",
            code(&property.name),
            code(&spelled(context.model, property))
        ));
    }
    paragraphs
}

/// Returns text as inline code.
pub(super) fn code(text: &str) -> String {
    format!(
        "`{}`",
        text.replace('`', "'")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    )
}
