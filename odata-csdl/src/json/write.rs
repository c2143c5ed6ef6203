//! Writing.

use std::collections::HashMap;

use super::{
    expression::{members, number},
    value::{Json, JsonValue, array, object},
};
use crate::{
    location::Location,
    model::{Annotation, Document, Facets, KeyPart, TypeKind, TypeReference, Version},
    visitor::{Elements, Layout, Part, Visitor, is_temporal},
};

/// Writes a document (CSDL JSON 4.01 §3, §4).
pub(crate) fn write(mut document: Document) -> String {
    let container = document.schemas.iter().find_map(|schema| {
        let container = schema.containers.first()?;
        Some(format!("{}.{}", schema.namespace, container.name))
    });
    let underlying = underlying_types(&document);
    let mut root = PartWriter::new(&underlying);
    root.add("Version", Version::V4_01.as_str());
    root.text("EntityContainer", &mut { container });
    document.visit(&mut root);
    format!("{}\n", object(root.members))
}

/// The underlying types of type definitions, by qualified name.
type UnderlyingTypes = HashMap<String, String>;

/// Returns the type definitions of a document, and `Core.Tag`, which most vocabularies use without defining it.
fn underlying_types(document: &Document) -> UnderlyingTypes {
    let tag = ("Org.OData.Core.V1.Tag".to_owned(), "Edm.Boolean".to_owned());
    let own = document.schemas.iter().flat_map(|schema| {
        let types = schema.types.iter();
        types.filter_map(|ty| match &ty.kind {
            TypeKind::Definition(own) => Some((
                format!("{}.{}", schema.namespace, ty.name),
                own.underlying.clone(),
            )),
            _ => None,
        })
    });
    std::iter::once(tag).chain(own).collect()
}

/// A part that is being written.
#[derive(Debug)]
struct PartWriter<'t> {
    underlying: &'t UnderlyingTypes,
    element: &'static str,
    layout: Layout,
    /// The name of the member with the part, unless the part is an item of an array.
    name: Option<String>,
    /// The members of the object, or the annotations of a value.
    members: Vec<(String, Json)>,
    /// The value, if the part is not an object.
    value: Option<Json>,
}

impl<'t> PartWriter<'t> {
    fn new(underlying: &'t UnderlyingTypes) -> Self {
        Self {
            underlying,
            element: "",
            layout: Layout::default(),
            name: None,
            members: Vec::new(),
            value: None,
        }
    }

    fn of<P: Part>(underlying: &'t UnderlyingTypes, elements: &Elements, part: &mut P) -> Self {
        let mut writer = Self {
            element: elements.of(part),
            layout: elements.layout,
            ..Self::new(underlying)
        };
        let is_default = match writer.layout {
            Layout::Members => matches!(
                writer.element,
                "Schema"
                    | "Property"
                    | "EntitySet"
                    | "Singleton"
                    | "ActionImport"
                    | "FunctionImport"
            ),
            layout => layout != Layout::Overloads,
        };
        if !is_default {
            writer.add("Kind", writer.element);
        }
        part.visit(&mut writer);
        writer
    }

    fn add(&mut self, attribute: &str, value: impl Into<Json>) {
        if self.layout.is_value() {
            self.value = Some(value.into());
        } else {
            self.members.push((format!("${attribute}"), value.into()));
        }
    }

    fn into_member(self) -> (String, Json) {
        let object = || object(self.members);
        (
            self.name.unwrap_or_default(),
            self.value.unwrap_or_else(object),
        )
    }
}

impl Visitor for PartWriter<'_> {
    fn name(&mut self, attribute: &'static str, name: &mut String) -> Location {
        if self.layout == Layout::Array || self.name.is_some() {
            self.add(attribute, name.as_str());
        } else {
            self.name = Some(name.clone());
        }
        Location::default()
    }

    fn text(&mut self, attribute: &'static str, text: &mut Option<String>) {
        // The first attribute of a pair is the name of its member.
        if self.layout == Layout::Pairs && self.name.is_none() {
            self.name = text.clone();
        } else if let Some(text) = text {
            self.add(attribute, text.as_str());
        }
    }

    fn boolean(&mut self, attribute: &'static str, value: &mut Option<bool>) {
        if let Some(value) = *value {
            self.add(attribute, JsonValue::Bool(value));
        }
    }

    /// Text that is not a value of the type stays text.
    fn constant(&mut self, attribute: &'static str, text: &mut Option<String>, type_name: &str) {
        let Some(text) = text.as_deref() else {
            return;
        };
        let underlying = self.underlying.get(type_name).map(String::as_str);
        let value = match (underlying.unwrap_or(type_name), text) {
            ("Edm.Boolean", "true" | "false") => JsonValue::Bool(text == "true").into(),
            (
                "Edm.Byte" | "Edm.SByte" | "Edm.Int16" | "Edm.Int32" | "Edm.Int64" | "Edm.Single"
                | "Edm.Double" | "Edm.Decimal",
                _,
            ) => number(text),
            _ => text.into(),
        };
        self.add(attribute, value);
    }

    fn words(&mut self, attribute: &'static str, words: &mut Vec<String>) {
        if !words.is_empty() {
            self.add(attribute, array(words.iter().map(String::as_str)));
        }
    }

    /// Default: `Edm.String`, a single value, not nullable (CSDL JSON 4.01 §7.1, §7.2.1).
    fn ty(&mut self, _: &'static str, ty: &mut TypeReference) {
        let mut is_nullable = match self.element {
            "EntitySet" | "Singleton" => ty.nullable == Some(true),
            // Related entities in a collection are never null (§8.3).
            "NavigationProperty" if ty.is_collection => false,
            _ => ty.nullable.unwrap_or(!ty.is_collection),
        };
        if ty.name != "Edm.String" {
            self.add("Type", ty.name.as_str());
        }
        let is_set = self.element == "EntitySet";
        self.flag("Collection", &mut (ty.is_collection || is_set));
        self.flag("Nullable", &mut is_nullable);
    }

    fn facets(&mut self, facets: &mut Facets, type_name: &str) {
        // `max` and no limit are the same.
        facets.max_length = facets.max_length.take().filter(|text| text != "max");
        // XML has the default `0`, JSON the default `variable` (§7.2.4).
        let default_scale = (type_name == "Edm.Decimal").then(|| "0".to_owned());
        let scale = facets.scale.take().or(default_scale);
        facets.scale = scale.filter(|text| text != "variable");
        // XML has the default `0`, JSON no limit (§7.2.3).
        if is_temporal(type_name) && facets.precision.is_none() {
            facets.precision = Some("0".to_owned());
        }
        facets.visit(self);
    }

    fn parts<P: Part>(&mut self, elements: &Elements, parts: &mut Vec<P>) {
        let parts = parts
            .iter_mut()
            .map(|part| Self::of(self.underlying, elements, part));
        let parts: Vec<Self> = parts.collect();
        let Some(element) = parts.first().map(|first| first.element) else {
            return;
        };
        match elements.layout {
            Layout::Members => self
                .members
                .extend(parts.into_iter().map(Self::into_member)),
            Layout::Overloads => {
                let mut overloads: Vec<(String, Vec<Json>)> = Vec::new();
                for (name, part) in parts.into_iter().map(Self::into_member) {
                    match overloads.iter_mut().find(|(it, _)| *it == name) {
                        Some((_, all)) => all.push(part),
                        None => overloads.push((name, vec![part])),
                    }
                }
                let overloads = overloads.into_iter();
                self.members
                    .extend(overloads.map(|(name, all)| (name, array(all))));
            }
            Layout::Values => {
                for (index, part) in parts.into_iter().enumerate() {
                    let name = part.name.unwrap_or_default();
                    let annotations = part.members.into_iter();
                    let annotations =
                        annotations.map(|(term, value)| (format!("{name}{term}"), value));
                    // XML may leave the value to the position, JSON may not (§10.3).
                    let value = part.value.unwrap_or_else(|| number(&index.to_string()));
                    self.members.push((name.clone(), value));
                    self.members.extend(annotations);
                }
            }
            Layout::Array => {
                let items = parts.into_iter().map(|part| part.into_member().1);
                self.add(element, array(items));
            }
            Layout::Object | Layout::Pairs => {
                let mut members: Vec<(String, Json)> = Vec::new();
                for (name, mut part) in parts.into_iter().map(Self::into_member) {
                    // Annotations of one target may be in several groups, with a qualifier of each.
                    let same = members.iter_mut().find(|(it, _)| *it == name);
                    match (same.map(|(_, it)| &mut it.value), &mut part.value) {
                        (Some(JsonValue::Object(all)), JsonValue::Object(more)) => {
                            all.append(more);
                        }
                        _ => members.push((name, part)),
                    }
                }
                self.add(element, object(members));
            }
            Layout::Single | Layout::SingleValue => {
                for part in parts {
                    self.add(element, part.into_member().1);
                }
            }
        }
    }

    fn key_parts(&mut self, parts: &mut Vec<KeyPart>) {
        let parts = parts.iter().map(|part| match &part.alias {
            Some(alias) => object([(alias.clone(), part.path.as_str().into())]),
            None => Json::from(part.path.as_str()),
        });
        self.value = Some(array(parts));
    }

    fn annotations(&mut self, annotations: &mut Vec<Annotation>) {
        self.members.extend(members("", annotations));
    }
}
