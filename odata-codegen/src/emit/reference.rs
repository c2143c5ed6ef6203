//! The Rust type of a value, by its type in the metadata.

use odata_csdl::{Facets, Property, TypeKind, is_simple_identifier};
use proc_macro2::TokenStream;
use quote::quote;

use super::{
    context::Context,
    imports::{Imports, tokens},
};
use crate::{
    model::{Edm, Model, Target, TypeId},
    options::{Navigation, Override},
    plan::Module,
};

/// The type of a value or an item, without `Option` and `Vec`.
pub(super) struct ItemType {
    pub(super) rust: TokenStream,
    /// The name in the metadata, where the Rust type has another one.
    pub(super) edm: Option<String>,
    /// The underlying built-in type.
    pub(super) primitive: Option<Edm>,
    /// The facets of its type definition.
    pub(super) facets: Option<Facets>,
}

impl ItemType {
    fn plain(rust: TokenStream) -> ItemType {
        ItemType {
            rust,
            edm: None,
            primitive: None,
            facets: None,
        }
    }

    /// Returns a type that is named by `edm`, because the Rust type has another OData name.
    fn named(rust: TokenStream, name: &str) -> ItemType {
        ItemType {
            edm: edm_argument(name),
            ..ItemType::plain(rust)
        }
    }
}

/// Returns the path from one generated module to an item of another: `super::super::security::Alert`.
pub(super) fn path(from: &Module, to: &Module, ident: &str) -> TokenStream {
    let common = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let supers = std::iter::repeat_n("super", from.len() - common);
    let names = to.iter().skip(common).map(String::as_str);
    let segments: Vec<&str> = supers.chain(names).chain([ident]).collect();
    tokens(&segments.join("::"))
}

/// Returns the type of the values of a property. `owner` is the qualified name of its type or action.
pub(super) fn item_type(
    context: Context<'_>,
    owner: &str,
    property: &Property,
    imports: &mut Imports<'_>,
) -> ItemType {
    let replacement = context.config.choice.replacement_in(owner, property);
    match replacement {
        Some(Override::Rust(path)) => ItemType::named(tokens(path), &property.ty.name),
        Some(Override::Untyped | Override::Skip) => untyped(&property.ty.name, imports),
        None => match context.model.target(&property.ty.name) {
            target if is_any_entity(context, property, target) => {
                ItemType::plain(imports.core("dynamic::AnyEntity"))
            }
            // CSDL has no collections of streams.
            Target::Edm(Edm::Stream) if property.ty.is_collection => {
                ItemType::plain(imports.core("RawJson"))
            }
            Target::Edm(edm) => built_in(edm, imports),
            Target::Known(id) => known(context, id, property, imports),
            Target::Missing => untyped(&property.ty.name, imports),
        },
    }
}

/// Returns whether a field of `Nav` or `NavCollection` holds any entity, because the type of its entities is not generated.
fn is_any_entity(context: Context<'_>, property: &Property, target: Target) -> bool {
    let is_generated = match target {
        Target::Known(id) => {
            context.model.structured(id).is_none() || context.plan.ty(id).is_some()
        }
        Target::Edm(_) => true,
        Target::Missing => false,
    };
    context.config.nav && property.navigation.is_some() && !is_generated
}

/// Returns the name for `edm = "..."`, which accepts qualified names, and built-in names of `Edm`.
fn edm_argument(name: &str) -> Option<String> {
    let (namespace, short) = name.rsplit_once('.')?;
    let is_legal = is_simple_identifier(short) && namespace.split('.').all(is_simple_identifier);
    let exists = namespace != "Edm" || Edm::parse(name).is_some_and(|edm| edm != Edm::Path);
    (is_legal && exists).then(|| name.to_owned())
}

fn untyped(name: &str, imports: &mut Imports<'_>) -> ItemType {
    let edm = edm_argument(name).filter(|name| name != "Edm.Untyped");
    ItemType {
        edm,
        ..ItemType::plain(imports.core("RawJson"))
    }
}

fn built_in(edm: Edm, imports: &mut Imports<'_>) -> ItemType {
    let rust = match edm {
        Edm::String | Edm::Path => quote!(String),
        Edm::Boolean => quote!(bool),
        Edm::Byte => quote!(u8),
        Edm::SByte => quote!(i8),
        Edm::Int16 => quote!(i16),
        Edm::Int32 => quote!(i32),
        Edm::Int64 => quote!(i64),
        Edm::Double => quote!(f64),
        Edm::Single => quote!(f32),
        Edm::Binary => imports.core("edm::Binary"),
        Edm::Date => imports.core("edm::Date"),
        Edm::DateTimeOffset => imports.core("edm::DateTimeOffset"),
        Edm::Decimal => imports.core("edm::Decimal"),
        Edm::Duration => imports.core("edm::Duration"),
        Edm::Guid => imports.core("edm::Guid"),
        Edm::Stream => imports.core("edm::Stream"),
        Edm::TimeOfDay => imports.core("edm::TimeOfDay"),
        Edm::Geo(name) => imports.core(&format!("edm::geo::{name}")),
        Edm::Untyped => imports.core("RawJson"),
        Edm::PrimitiveType => imports.core("edm::PrimitiveValue"),
        Edm::ComplexType => imports.core("dynamic::AnyComplex"),
        Edm::EntityType => imports.core("dynamic::AnyEntity"),
    };
    ItemType {
        primitive: Some(edm),
        ..ItemType::plain(rust)
    }
}

fn known(
    context: Context<'_>,
    id: TypeId,
    property: &Property,
    imports: &mut Imports<'_>,
) -> ItemType {
    if let Some(TypeKind::Definition(definition)) =
        context.model.entry(id).map(|entry| &entry.ty.kind)
    {
        let Some(edm) = Edm::parse(&definition.underlying) else {
            return untyped(&property.ty.name, imports);
        };
        return ItemType {
            edm: edm_argument(&property.ty.name),
            facets: Some(definition.facets.clone()),
            ..built_in(edm, imports)
        };
    }
    let Some(ty) = context.plan.ty(id) else {
        // A structured type that is left out is still an object. The values of an enumeration are any text.
        if context.model.structured(id).is_some() {
            return ItemType::named(imports.core("DynamicResource"), &property.ty.name);
        }
        return untyped(&property.ty.name, imports);
    };
    if let Some(enumeration) = context.model.enumeration(id) {
        if !context.model.has_members(id) {
            return ItemType::named(quote!(String), &property.ty.name);
        }
        let enumerated = path(imports.module(), &ty.module, &ty.ident);
        if enumeration.is_flags {
            let flags = imports.core("Flags");
            return ItemType::plain(quote!(#flags<#enumerated>));
        }
        return ItemType::plain(enumerated);
    }
    let rust = match context.plan.hierarchy(id) {
        Some((module, hierarchy, _)) => path(imports.module(), module, hierarchy),
        None => {
            let own = path(imports.module(), &ty.module, &ty.ident);
            // Entities are large and lead to other entities, so a single one is boxed.
            let is_single = property.navigation.is_some() && !property.ty.is_collection;
            if is_single && !context.config.nav {
                quote!(Box<#own>)
            } else {
                own
            }
        }
    };
    ItemType::plain(rust)
}

/// Returns whether a property becomes a field.
pub(super) fn is_field(context: Context<'_>, owner: &str, property: &Property) -> bool {
    let is_skipped = context
        .config
        .choice
        .property_replacement(owner, &property.name)
        == Some(&Override::Skip);
    !is_skipped
        && (property.navigation.is_none() || context.config.choice.navigation != Navigation::Skip)
}

/// Returns a facet of the property, or of its type definition where the property does not state it.
pub(super) fn facet<'f>(
    property: &'f Property,
    item: &'f ItemType,
    facet: impl Fn(&'f Facets) -> Option<&'f String>,
) -> Option<&'f str> {
    facet(&property.ty.facets)
        .or_else(|| item.facets.as_ref().and_then(&facet))
        .map(String::as_str)
}

/// Returns the type of a property as documentation shows it.
pub(super) fn spelled(model: &Model, property: &Property) -> String {
    let name = &property.ty.name;
    let name = if model.target(name) == Target::Missing {
        format!("{name} (unknown)")
    } else {
        name.clone()
    };
    if property.ty.is_collection {
        format!("Collection({name})")
    } else {
        name
    }
}
