//! An entity or complex type as a struct.

use odata_csdl::{KeyPart, Property, StructuredType, is_simple_identifier};
use quote::quote;
use syn::{Field, Item};

use super::{
    attribute::{Attribute, additional},
    context::Context,
    docs,
    field::{Owner, code, field, names, prefers_pascal},
    imports::{Imports, tokens},
    reference::{is_field, path},
    syntax,
};
use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Entry, Target, TypeId, is_member_name},
    options::Override,
    plan::emitted,
};

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<syn::Result<Item>> {
    let (entry, own, ty) = (
        context.model.entry(id)?,
        context.model.structured(id)?,
        context.plan.ty(id)?,
    );
    let mut fields: Vec<(&Property, &str)> = emitted(context.model, id, &own.properties)
        .filter(|property| is_field(context, &entry.qualified, property))
        .filter_map(|property| Some((property, ty.fields.get(&property.name)?.as_str())))
        .collect();
    report_width(context, id, diagnostics);
    let pascal = prefers_pascal(names(&fields));

    let mut attribute = Attribute::default();
    named(&mut attribute, entry);
    if pascal {
        attribute.value("rename_all", "PascalCase");
    }
    // There is one key in a chain. A second one violates a rule, and the first one is right even if no field can be marked.
    let key = match key_fields(context, entry, own) {
        _ if inherited_keys(context, id).next().is_some() => Vec::new(),
        Ok(key) => key,
        Err((part, reason)) => {
            let message = format!(
                "the key of `{}` is not marked, because its part `{}` {reason}: there are no key predicates of it",
                entry.qualified, part.path
            );
            context.changed("key-unmarked", part.location, message, diagnostics);
            Vec::new()
        }
    };
    in_key_order(&mut fields, &key);
    let mut inherited = inherited_keys(context, id);
    let inherits_fields = inherited.any(|(entry, own)| key_fields(context, entry, own).is_ok());
    if own.is_entity && key.is_empty() && !inherits_fields {
        attribute.value("kind", tokens("entity"));
    }
    attribute.flag_if("any_version", context.model.versions(id).is_some());
    attribute.flag_if("abstract", own.is_abstract);
    attribute.flag_if("open", own.is_open);
    attribute.flag_if("deref", ty.base.is_some());
    attribute.flag_if("patch", context.config.patch);
    core_crate(context, &mut attribute);

    let owner = Owner {
        id: Some(id),
        qualified: &entry.qualified,
        key: &key,
        pascal,
    };
    let base = ty.base.and_then(|base| context.plan.ty(base)).map(|base| {
        let base = path(imports.module(), &base.module, &base.ident);
        let docs = syntax::doc(" The properties of the base type.");
        syntax::field(
            vec![docs, syntax::list("odata", quote!(base))],
            "base",
            base,
        )
    });
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(property, ident)| field(context, &owner, property, ident, imports))
        .collect();
    let bags = ty
        .bags
        .as_ref()
        .map(|(dynamic, annotations)| bags(dynamic, annotations, imports));
    let attributes = attributes(
        context,
        &paragraphs(context, id, entry, own),
        &entry.qualified,
        &attribute,
        imports,
    );
    let fields = base.into_iter().chain(fields);
    let fields = fields.chain(bags.into_iter().flatten());
    Some(syntax::structure(attributes, &ty.ident, fields))
}

/// Returns the attributes of a struct: its documentation, derives, and those of the options.
pub(super) fn attributes(
    context: Context<'_>,
    paragraphs: &[String],
    qualified: &str,
    attribute: &Attribute,
    imports: &mut Imports<'_>,
) -> Vec<syn::Attribute> {
    let mut attributes = docs::attributes(paragraphs);
    let derive = imports.core("ODataResource");
    let derives = quote!(Debug, Clone, Default, PartialEq, #derive);
    attributes.push(syntax::list("derive", derives));
    attributes.extend(additional(context, qualified));
    attributes.extend(attribute.syntax());
    attributes
}

/// Returns the fields for dynamic properties and annotations, once in a chain.
pub(super) fn bags(
    dynamic: &str,
    annotations: &str,
    imports: &mut Imports<'_>,
) -> [syn::Result<Field>; 2] {
    let mut bag = |name, docs, key, ty| {
        let attributes = vec![syntax::doc(docs), syntax::list("odata", tokens(key))];
        syntax::field(attributes, name, imports.core(ty))
    };
    [
        bag(
            dynamic,
            " Properties that neither this type nor its bases or derived types declare.",
            "dynamic_properties",
            "DynamicProperties",
        ),
        bag(
            annotations,
            " Annotations and control information.",
            "annotations",
            "Annotations",
        ),
    ]
}

/// The names that an alias must not have (CSDL 4.01 §5.2).
const RESERVED: [&str; 4] = ["Edm", "odata", "System", "Transient"];

/// Adds `namespace`, `schema_alias` and `name`, the first keys of every type.
pub(super) fn named(attribute: &mut Attribute, entry: &Entry) {
    attribute.value("namespace", &entry.namespace);
    if let Some(alias) = entry
        .alias
        .as_ref()
        .filter(|alias| is_simple_identifier(alias) && **alias != entry.namespace)
        .filter(|alias| !RESERVED.contains(&alias.as_str()))
    {
        attribute.value("schema_alias", alias);
    }
    attribute.value("name", &entry.ty.name);
}

pub(super) fn core_crate(context: Context<'_>, attribute: &mut Attribute) {
    if context.config.core_path != "::odata_core" {
        attribute.value("crate", tokens(&context.config.core_path));
    }
}

/// The maximum number of properties that `odata-core` reads into one type, inherited ones included.
const MAX_PROPERTIES: usize = 8192;

/// Reports a type whose code the compiler would refuse.
fn report_width(context: Context<'_>, id: TypeId, diagnostics: &mut Diagnostics) {
    let fields = context.model.chain(id).filter_map(|level| {
        let (entry, own) = (
            context.model.entry(level)?,
            context.model.structured(level)?,
        );
        let fields = own.properties.iter();
        let fields = fields.filter(|property| is_field(context, &entry.qualified, property));
        Some(fields.count())
    });
    let count: usize = fields.sum();
    if count > MAX_PROPERTIES
        && let Some(entry) = context.model.entry(id)
    {
        let name = &entry.qualified;
        let message = format!(
            "`{name}` has {count} properties, more than the {MAX_PROPERTIES} that a type can have: leave some out with `--override {name}/property=skip`"
        );
        let (sources, location) = (&context.model.sources, entry.ty.location);
        diagnostics.push(sources, Severity::Error, "width", location, message);
    }
}

/// Returns the own properties that form the key, in its order. The fields have a key only if they can express all of it: with a part
/// missing, key predicates would be wrong.
fn key_fields<'a>(
    context: Context<'_>,
    entry: &Entry,
    own: &'a StructuredType,
) -> Result<Vec<&'a str>, (&'a KeyPart, &'static str)> {
    let parts = own.key.as_ref().map_or(&[][..], |key| &key.parts);
    let field = |part: &'a KeyPart| {
        let mut properties = own.properties.iter();
        let reason = match properties.find(|property| property.name == part.path) {
            None if part.path.contains('/') => "is a path",
            None => "is not a property that the type itself declares",
            Some(property) if property.navigation.is_some() => "is a navigation property",
            Some(property) if property.ty.is_collection => "is a collection",
            Some(property) if !context.model.can_be_key(&property.ty) => {
                "has a type that is not allowed in a key"
            }
            Some(_) if !is_member_name(&part.path) => {
                "has a name that JSON objects of OData cannot have"
            }
            Some(property) if !is_field(context, &entry.qualified, property) => "has no field",
            Some(property) if !has_literals(context, &entry.qualified, property) => {
                "has a type whose values are read as any JSON or text"
            }
            Some(_) if part.name() != part.path && parts.len() > 1 => "has an alias",
            Some(property) => return Ok(property.name.as_str()),
        };
        Err((part, reason))
    };
    parts.iter().map(field).collect()
}

/// Returns whether the field of a property has the form of its values in URLs: that of a primitive type or an enumeration, or of a type of
/// the user's.
fn has_literals(context: Context<'_>, owner: &str, property: &Property) -> bool {
    let (model, choice) = (context.model, &context.config.choice);
    let replacement = choice
        .property_replacement(owner, &property.name)
        .or_else(|| choice.replacement(&property.ty.name));
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
fn in_key_order(fields: &mut [(&Property, &str)], key: &[&str]) {
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

/// Returns the generated bases that declare a key, with it.
fn inherited_keys<'a>(
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

fn paragraphs(
    context: Context<'_>,
    id: TypeId,
    entry: &Entry,
    own: &StructuredType,
) -> Vec<String> {
    let vocabulary = entry.vocabulary();
    let mut paragraphs = docs::descriptions(vocabulary);
    let kind = match (own.is_abstract, own.is_entity) {
        (true, true) => "Abstract entity type",
        (true, false) => "Abstract complex type",
        (false, true) => "Entity type",
        (false, false) => "Complex type",
    };
    let open = if own.is_open { ", open" } else { "" };
    paragraphs.push(format!("{kind} {}{open}.", code(&entry.qualified)));
    if let Some((first, last)) = context.model.versions(id) {
        paragraphs.push(format!(
            "Represents all versions; the metadata has {} to {}. The type tag that was read is in the annotations.",
            code(first),
            code(last)
        ));
    }
    if own.has_stream {
        paragraphs.push(
            "A media entity: its control information has the links to its content.".to_owned(),
        );
    }
    if let Some(base) = own.base.as_ref().filter(|_| entry.base.is_none()) {
        paragraphs.push(format!("The metadata does not define its base {}: the properties of the base are dynamic properties.", code(base)));
    }
    if let Some(deprecation) = vocabulary.deprecation() {
        paragraphs.push(docs::prose(&format!("Deprecated: {deprecation}")));
    }
    paragraphs
}
