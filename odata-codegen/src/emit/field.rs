//! A property as a field.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    attribute::Attribute,
    context::Context,
    decimal, docs,
    imports::{Imports, tokens},
    reference::{ItemType, facet, item_type, spelled},
};
use crate::{
    model::{Edm, TypeId, Vocabulary},
    options::Nulls,
    plan::{lower_camel, upper_camel},
};
use odata_csdl::{Key, Property};

/// Whose property it is, and how its fields are named by default.
pub(super) struct Owner<'a> {
    pub(super) id: Option<TypeId>,
    pub(super) qualified: &'a str,
    pub(super) key: Option<&'a Key>,
    pub(super) pascal: bool,
}

/// `#[odata(...)] pub display_name: Option<String>,`
pub(super) fn field(
    context: Context<'_>,
    owner: &Owner<'_>,
    property: &Property,
    ident: &str,
    imports: &mut Imports<'_>,
) -> TokenStream {
    let item = item_type(context, owner.qualified, property, imports);
    let docs = docs::attributes(&paragraphs(context, property));
    let mut attribute = Attribute::default();
    if by_default(ident, owner.pascal) != property.name {
        attribute.value("name", &property.name);
    }
    let can_be_key = property.navigation.is_none() && !property.ty.is_collection;
    let key = owner
        .key
        .filter(|_| can_be_key)
        .is_some_and(|key| key.parts.iter().any(|part| part.path == property.name));
    attribute.flag_if("key", key);
    attribute.flag_if("navigation", property.navigation.is_some());
    attribute.flag_if("computed", Vocabulary(&property.annotations).is_computed());
    // The properties of a key are never null, though the metadata may not say so (CSDL 4.01, section 6.5).
    let refused = if property.ty.is_collection {
        // Of related entities the forms say different things, which all mean the same (CSDL §8.3).
        property.navigation.is_none() && property.ty.nullable == Some(false)
    } else {
        key || !property.ty.is_nullable()
    };
    if refused {
        attribute.value("nullable", false);
    }
    if let Some(edm) = &item.edm {
        attribute.value("edm", edm);
    }
    let rules = rules(property, &item, imports);
    if !rules.is_empty() {
        let rules = if property.ty.is_collection {
            quote!(each(#(#rules),*))
        } else {
            quote!(#(#rules),*)
        };
        attribute.list("validate", rules);
    }
    let ty = shape(context, owner, property, &item, !refused);
    let ident = tokens(ident);
    quote! { #docs #attribute pub #ident: #ty }
}

/// What the derive calls the field on the wire where nothing is said.
pub(super) fn by_default(ident: &str, pascal: bool) -> String {
    if pascal {
        upper_camel(ident)
    } else {
        lower_camel(ident)
    }
}

fn shape(
    context: Context<'_>,
    owner: &Owner<'_>,
    property: &Property,
    item: &ItemType,
    nullable: bool,
) -> TokenStream {
    let ty = &item.rust;
    if property.ty.is_collection {
        // Entities in a collection are never null (CSDL XML §8.3); of other items the metadata says so or says nothing.
        let unsaid = context.config.nullable_items;
        return if property.navigation.is_none() && property.ty.nullable.unwrap_or(unsaid) {
            quote!(Option<Vec<Option<#ty>>>)
        } else {
            quote!(Option<Vec<#ty>>)
        };
    }
    let boxed = owner
        .id
        .is_some_and(|id| context.plan.boxed.contains(&(id, property.name.clone())));
    let ty = if boxed { quote!(Box<#ty>) } else { quote!(#ty) };
    if context.config.nulls == Nulls::Keep && nullable {
        quote!(Option<Option<#ty>>)
    } else {
        quote!(Option<#ty>)
    }
}

/// Facets and bounds as validation rules.
fn rules(property: &Property, item: &ItemType, imports: &mut Imports<'_>) -> Vec<TokenStream> {
    let mut rules = Vec::new();
    let stated = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok());
    if matches!(item.primitive, Some(Edm::String | Edm::Binary))
        && let Some(length) = stated(facet(property, item, |facets| facets.max_length.as_ref()))
    {
        let length = Literal::u32_unsuffixed(length);
        rules.push(quote!(length(max = #length)));
    }
    if item.primitive == Some(Edm::Decimal)
        && let Some(scale) = stated(facet(property, item, |facets| facets.scale.as_ref()))
    {
        let precision = stated(facet(property, item, |facets| facets.precision.as_ref()));
        let check = decimal::check(precision, scale, imports);
        rules.push(quote!(custom = #check));
    }
    let (least, greatest) = Vocabulary(&property.annotations).bounds();
    let bound = |text: Option<&str>| text.and_then(|text| literal(item.primitive?, text));
    match (bound(least), bound(greatest)) {
        (None, None) => {}
        (Some(least), None) => rules.push(quote!(range(min = #least))),
        (None, Some(greatest)) => rules.push(quote!(range(max = #greatest))),
        (Some(least), Some(greatest)) => rules.push(quote!(range(min = #least, max = #greatest))),
    }
    rules
}

/// A bound as a literal of the property's type, where it has one and the bound is in it.
fn literal(primitive: Edm, text: &str) -> Option<TokenStream> {
    match primitive {
        Edm::Double | Edm::Single => {
            let value: f64 = text.parse().ok()?;
            value.is_finite().then(|| tokens(&format!("{value:?}")))
        }
        _ => {
            let (least, greatest) = primitive.enumeration_range()?;
            let value: i128 = text.parse().ok()?;
            (least..=greatest)
                .contains(&value)
                .then(|| tokens(&value.to_string()))
        }
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
        paragraphs.push(format!(
            "The service takes {} where nothing is said.",
            code(default)
        ));
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
            .map(|partner| format!("; the way back is {}", code(partner)))
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

/// Inline code, whatever is in it.
pub(super) fn code(text: &str) -> String {
    format!(
        "`{}`",
        text.replace('`', "'")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    )
}
