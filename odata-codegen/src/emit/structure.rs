//! An entity or complex type as a struct.

use odata_csdl::{KeyPart, Property, StructuredType, is_simple_identifier};
use proc_macro2::TokenStream;
use quote::quote;

use super::{
    attribute::Attribute,
    context::Context,
    docs,
    field::{Owner, code, field, names, prefers_pascal},
    imports::{Imports, tokens},
    reference::{is_field, path},
};
use crate::{
    diagnostic::Diagnostics,
    model::{Entry, TypeId},
    plan::emitted,
};

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TokenStream> {
    let (entry, own, ty) = (
        context.model.entry(id)?,
        context.model.structured(id)?,
        context.plan.ty(id)?,
    );
    let fields: Vec<(&Property, &str)> = emitted(context.model, id, &own.properties)
        .filter(|property| is_field(context, &entry.qualified, property))
        .filter_map(|property| Some((property, ty.fields.get(&property.name)?.as_str())))
        .collect();
    let pascal = prefers_pascal(names(&fields));

    let mut attribute = Attribute::default();
    named(&mut attribute, entry);
    if pascal {
        attribute.value("rename_all", "PascalCase");
    }
    let keyed = context.model.chain(id).any(|id| has_field_key(context, id));
    if own.is_entity && !keyed {
        attribute.value("kind", tokens("entity"));
    }
    attribute.flag_if("abstract", own.is_abstract);
    attribute.flag_if("open", own.is_open);
    attribute.flag_if("deref", ty.base.is_some());
    core_crate(context, &mut attribute);
    key_paths(context, entry, own, diagnostics);

    let owner = Owner {
        id: Some(id),
        qualified: &entry.qualified,
        key: own.key.as_ref().filter(|_| !inherits_key(context, id)),
        pascal,
    };
    let base = ty.base.and_then(|base| context.plan.ty(base)).map(|base| {
        let base = path(imports.module(), &base.module, &base.ident);
        quote! { #[doc = " The properties of the base type."] #[odata(base)] pub base: #base, }
    });
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(property, ident)| field(context, &owner, property, ident, imports))
        .collect();
    let bags = ty
        .bags
        .as_ref()
        .map(|(dynamic, annotations)| bags(dynamic, annotations, imports));
    let docs = docs::attributes(&paragraphs(entry, own));
    let (derive, ident) = (imports.core("ODataResource"), tokens(&ty.ident));
    Some(quote! {
        #docs
        #[derive(Debug, Clone, Default, PartialEq, #derive)]
        #attribute
        pub struct #ident { #base #(#fields,)* #bags }
    })
}

/// The fields for dynamic properties and annotations, once in a chain.
pub(super) fn bags(dynamic: &str, annotations: &str, imports: &mut Imports<'_>) -> TokenStream {
    let (dynamic, annotations) = (tokens(dynamic), tokens(annotations));
    let (dynamic_type, annotations_type) = (
        imports.core("DynamicProperties"),
        imports.core("Annotations"),
    );
    quote! {
        #[doc = " Properties that neither this type nor its bases or derived types declare."]
        #[odata(dynamic_properties)]
        pub #dynamic: #dynamic_type,
        #[doc = " Annotations and control information."]
        #[odata(annotations)]
        pub #annotations: #annotations_type,
    }
}

/// Adds `namespace`, `schema_alias` and `name`, the first keys of every type.
pub(super) fn named(attribute: &mut Attribute, entry: &Entry) {
    attribute.value("namespace", &entry.namespace);
    if let Some(alias) = entry
        .alias
        .as_ref()
        .filter(|alias| is_simple_identifier(alias))
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

/// Whether the own key of a type has own properties, so that their fields can be marked.
fn has_field_key(context: Context<'_>, id: TypeId) -> bool {
    let own = context.model.structured(id);
    own.is_some_and(|own| key_parts(own).any(|part| declares(own, &part.path)))
}

fn key_parts(own: &StructuredType) -> impl Iterator<Item = &KeyPart> {
    own.key.iter().flat_map(|key| &key.parts)
}

fn declares(own: &StructuredType, name: &str) -> bool {
    own.properties.iter().any(|property| property.name == name)
}

/// Whether a base has marked key fields. The derive accepts one key in a chain; a second one violates a rule.
fn inherits_key(context: Context<'_>, id: TypeId) -> bool {
    let mut bases = context.model.chain(id).skip(1);
    bases.any(|base| has_field_key(context, base))
}

/// Reports the key parts that the derive cannot mark: paths into complex properties, and inherited properties.
fn key_paths(
    context: Context<'_>,
    entry: &Entry,
    own: &StructuredType,
    diagnostics: &mut Diagnostics,
) {
    for part in key_parts(own).filter(|part| !declares(own, &part.path)) {
        let message = format!(
            "the key of `{}` includes `{}`, which the type itself does not declare: it is not marked as a key",
            entry.qualified, part.path
        );
        context.unsupported(part.location, message, diagnostics);
    }
}

fn paragraphs(entry: &Entry, own: &StructuredType) -> Vec<String> {
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
