//! An entity or complex type as a struct.

use odata_csdl::{Property, StructuredType, is_simple_identifier};
use quote::quote;
use syn::{Field, Item};

use super::{
    attribute::{Attribute, additional},
    context::Context,
    docs,
    field::{Owner, code, field, names, prefers_pascal},
    imports::{Imports, tokens},
    key::{self, Key},
    reference::{is_field, path},
    syntax,
};
use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Entry, RESERVED, TypeId},
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
    let is_pascal = prefers_pascal(names(&fields));

    let mut attribute = Attribute::default();
    add_names(&mut attribute, entry);
    if is_pascal {
        attribute.value("rename_all", "PascalCase");
    }
    // There is one key in a chain. A second one violates a rule, and the first one is right even if no field can be marked.
    let key = match key::key(context, entry, own) {
        _ if key::inherited(context, id).next().is_some() => Key::Fields(Vec::new()),
        Ok(key) => key,
        Err((part, reason)) => {
            let message = format!(
                "the key of `{}` is not marked, because its part `{}` {reason}: there are no key predicates of it",
                entry.qualified, part.path
            );
            context.report_change("key-unmarked", part.location, message, diagnostics);
            Key::Fields(Vec::new())
        }
    };
    let (key, listed) = match key {
        Key::Fields(fields) => (fields, None),
        Key::List(list) => (Vec::new(), Some(list)),
    };
    key::sort_fields(&mut fields, &key);
    let mut inherited = key::inherited(context, id);
    let inherits_key = inherited.any(|(entry, own)| key::key(context, entry, own).is_ok());
    if own.is_entity && key.is_empty() && listed.is_none() && !inherits_key {
        attribute.value("kind", tokens("entity"));
    }
    if let Some(list) = listed {
        attribute.list("key", list);
    }
    attribute.flag_if("any_version", context.model.versions(id).is_some());
    attribute.flag_if("abstract", own.is_abstract);
    attribute.flag_if("open", own.is_open);
    attribute.flag("default");
    attribute.flag_if("deref", ty.base.is_some());
    attribute.flag_if("patch", context.config.patch);
    add_core_crate(context, &mut attribute);

    let owner = Owner {
        id: Some(id),
        qualified: &entry.qualified,
        key: &key,
        is_pascal,
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

/// Returns the attributes of a struct: its documentation, its derives and the attributes that the options add.
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

/// Adds `namespace`, `schema_alias` and `name`, the first keys of every type.
pub(super) fn add_names(attribute: &mut Attribute, entry: &Entry) {
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

pub(super) fn add_core_crate(context: Context<'_>, attribute: &mut Attribute) {
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
