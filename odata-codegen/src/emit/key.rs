//! The key of an entity type, as the attributes of its fields or of the struct.

use odata_csdl::{KeyPart, Property, StructuredType};
use proc_macro2::TokenStream;
use quote::quote;

use super::{context::Context, reference::is_field};
use crate::{
    model::{Entry, Target, TypeId, is_member_name},
    options::Override,
};

/// The key of a type.
pub(super) enum Key<'a> {
    /// The own properties that form the key, in its order.
    Fields(Vec<&'a str>),
    /// The list of the key's parts, for a key with a path, an alias or an inherited property.
    List(TokenStream),
}

/// Returns the key that the type itself declares. It has one only if the generated code can express all of it: with a part missing, key
/// predicates would be wrong.
pub(super) fn key<'a>(
    context: Context<'_>,
    entry: &Entry,
    own: &'a StructuredType,
) -> Result<Key<'a>, (&'a KeyPart, &'static str)> {
    let parts = own.key.as_ref().map_or(&[][..], |key| &key.parts);
    for part in parts {
        if let Some(reason) = not_expressible(context, entry, part) {
            return Err((part, reason));
        }
    }
    let is_field = |part: &KeyPart| {
        let mut properties = own.properties.iter();
        part.name() == part.path && properties.any(|property| property.name == part.path)
    };
    if parts.iter().all(is_field) {
        let names = parts.iter().map(|part| part.path.as_str());
        return Ok(Key::Fields(names.collect()));
    }
    let list = parts.iter().map(|part| {
        let (path, name) = (part.path.as_str(), part.name());
        match path == name {
            true => quote!(#path),
            false => quote!(#path = #name),
        }
    });
    Ok(Key::List(quote!(#(#list),*)))
}

/// Returns the reason why a part of a key cannot be in key predicates.
fn not_expressible(context: Context<'_>, entry: &Entry, part: &KeyPart) -> Option<&'static str> {
    if part.path.contains('/') && part.alias.is_none() {
        return Some("is a path without an alias");
    }
    let mut ty = entry.qualified.as_str();
    let mut names = part.path.split('/').peekable();
    while let Some(name) = names.next() {
        let Some((owner, property)) = declared(context, ty, name) else {
            return Some("is not a property of the type");
        };
        if names.peek().is_none() {
            return not_a_key_property(context, owner, property);
        }
        let target = context.model.find(&property.ty.name);
        let is_generated = target.is_some_and(|id| {
            context.model.structured(id).is_some() && context.plan.ty(id).is_some()
        });
        let replacement = context.config.choice.replacement_in(owner, property);
        let is_object = is_generated && replacement.is_none();
        if property.navigation.is_some() || property.ty.is_collection || !is_object {
            return Some("is a path through a property that is not a single complex value");
        }
        if !is_member_name(name) || !is_field(context, owner, property) {
            return Some("is a path through a property without a field");
        }
        ty = &property.ty.name;
    }
    None
}

/// Returns the property that a type or a generated base declares, with the name of the declaring type.
fn declared<'c>(context: Context<'c>, ty: &str, name: &str) -> Option<(&'c str, &'c Property)> {
    let model = context.model;
    let chain = model.chain(model.find(ty)?);
    let mut generated = chain.take_while(|&level| context.plan.ty(level).is_some());
    generated.find_map(|level| {
        let mut properties = model.structured(level)?.properties.iter();
        let found = properties.find(|property| property.name == name)?;
        Some((model.qualified(level), found))
    })
}

fn not_a_key_property(
    context: Context<'_>,
    owner: &str,
    property: &Property,
) -> Option<&'static str> {
    if property.navigation.is_some() {
        Some("is a navigation property")
    } else if property.ty.is_collection {
        Some("is a collection")
    } else if !context.model.can_be_key(&property.ty) {
        Some("has a type that is not allowed in a key")
    } else if !is_member_name(&property.name) {
        Some("has a name that JSON objects of OData cannot have")
    } else if !is_field(context, owner, property) {
        Some("has no field")
    } else if !has_literals(context, owner, property) {
        Some("has a type whose values are read as any JSON or text")
    } else {
        None
    }
}

/// Returns whether the field of a property has the form of its values in URLs: that of a primitive type or an enumeration, or of a type of
/// the user's.
fn has_literals(context: Context<'_>, owner: &str, property: &Property) -> bool {
    let (model, choice) = (context.model, &context.config.choice);
    let replacement = choice.replacement_in(owner, property);
    match (replacement, model.target(&property.ty.name)) {
        (Some(replacement), _) => matches!(replacement, Override::Rust(_)),
        (None, Target::Known(id)) => {
            let is_enumeration = || context.plan.ty(id).is_some() && model.has_members(id);
            model.primitive(&property.ty.name).is_some() || is_enumeration()
        }
        (None, target) => target != Target::Missing,
    }
}

/// Sorts the fields of the key among themselves: key predicates have the order of the fields.
pub(super) fn sort_fields(fields: &mut [(&Property, &str)], key: &[&str]) {
    let mut next = key.iter();
    for index in 0..fields.len() {
        let is_key = |(property, _): &(&Property, &str)| key.contains(&property.name.as_str());
        if fields.get(index).is_some_and(is_key)
            && let Some(name) = next.next()
            && let Some(other) = fields
                .iter()
                .position(|(property, _)| property.name == *name)
        {
            fields.swap(index, other);
        }
    }
}

/// Returns the generated bases that declare a key.
pub(super) fn inherited<'a>(
    context: Context<'a>,
    id: TypeId,
) -> impl Iterator<Item = (&'a Entry, &'a StructuredType)> {
    let bases = context.model.chain(id).skip(1);
    let bases = bases.filter(move |&base| context.plan.ty(base).is_some());
    let bases = bases.filter_map(move |base| {
        context
            .model
            .entry(base)
            .zip(context.model.structured(base))
    });
    bases.filter(|(_, own)| own.key.as_ref().is_some_and(|key| !key.parts.is_empty()))
}
