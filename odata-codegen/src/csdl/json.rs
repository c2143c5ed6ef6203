//! CSDL JSON (OData CSDL JSON 4.01): the document object, and what all its members share.

use super::annotation::{Annotation, Value};
use super::json_value::{Json, JsonValue};
use super::{Document, Include, Reference, Version};
use crate::diagnostic::Diagnostics;
use crate::source::{Location, Sources};

/// Reads one file of the sources; what is not CSDL is reported, and what could be read is returned.
pub(crate) fn read(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Document {
    let mut document = Document {
        file,
        version: Version::V4_01,
        ..Document::default()
    };
    let Some(source) = sources.files().get(file) else {
        return document;
    };
    let root = match Json::parse(&source.text) {
        Ok(root) => root,
        Err(error) => {
            let before: usize = source
                .text
                .split_inclusive('\n')
                .take(error.line().saturating_sub(1))
                .map(str::len)
                .sum();
            let at = Location {
                file,
                offset: before + error.column().saturating_sub(1),
            };
            diagnostics.error(sources, "json", at, error.to_string());
            return document;
        }
    };
    let mut reader = JsonReader {
        sources,
        file,
        diagnostics,
    };
    match root.get("$Version").and_then(Json::text) {
        Some("4.0") => document.version = Version::V4_0,
        Some(newer) if newer.starts_with("4.") => {}
        _ => reader.error(
            &root,
            "CSDL JSON is an object with `\"$Version\": \"4.01\"`",
        ),
    }
    for (name, value) in root.members() {
        match name.as_str() {
            "$Version" | "$EntityContainer" => {}
            "$Reference" => {
                document.references = value
                    .members()
                    .iter()
                    .map(|(uri, body)| reader.reference(uri, body))
                    .collect()
            }
            name if !name.starts_with(['$', '@']) => {
                document.schemas.push(reader.schema(name, value))
            }
            _ => reader.unknown(name, value, "the document"),
        }
    }
    document
}

pub(crate) struct JsonReader<'a> {
    sources: &'a Sources,
    file: usize,
    diagnostics: &'a mut Diagnostics,
}

impl JsonReader<'_> {
    pub(crate) fn at(&self, json: &Json) -> Location {
        Location {
            file: self.file,
            offset: json.offset,
        }
    }

    pub(crate) fn error(&mut self, json: &Json, message: impl Into<String>) {
        let at = self.at(json);
        self.diagnostics.error(self.sources, "json", at, message);
    }

    /// Reports a member that CSDL JSON does not know at this place.
    pub(crate) fn unknown(&mut self, name: &str, json: &Json, parent: &str) {
        let at = self.at(json);
        self.diagnostics.warning(
            self.sources,
            "unknown-element",
            at,
            format!("`{name}` has no meaning inside {parent} and is left out"),
        );
    }

    pub(crate) fn flag(&mut self, json: &Json, name: &str) -> bool {
        match json.get(name) {
            None => false,
            Some(Json {
                value: JsonValue::Bool(value),
                ..
            }) => *value,
            Some(other) => {
                self.error(other, format!("`{name}` is true or false"));
                false
            }
        }
    }

    pub(crate) fn text(&mut self, json: &Json, name: &str) -> Option<String> {
        let found = json.get(name)?;
        let text = found.text().map(str::to_owned);
        if text.is_none() {
            self.error(found, format!("`{name}` is a string"));
        }
        text
    }

    fn reference(&mut self, uri: &str, body: &Json) -> Reference {
        let includes = body.get("$Include").map(Json::items).unwrap_or_default();
        let includes = includes.iter().map(|include| Include {
            namespace: self.text(include, "$Namespace").unwrap_or_default(),
            alias: self.text(include, "$Alias"),
            at: self.at(include),
        });
        Reference {
            uri: uri.to_owned(),
            includes: includes.collect(),
        }
    }

    /// The annotations among an object's members: `@Term` and `@Term#qualifier`, or `member@Term` where `member` is given.
    pub(crate) fn annotations(&self, json: &Json, member: &str) -> Vec<Annotation> {
        let own = json.members().iter().filter_map(|(name, value)| {
            let term = name.strip_prefix(member)?.strip_prefix('@')?;
            // `@Term@Other` annotates the annotation.
            if term.contains('@') {
                return None;
            }
            let (term, qualifier) = term
                .split_once('#')
                .map_or((term, None), |(term, qualifier)| {
                    (term, Some(qualifier.to_owned()))
                });
            Some(Annotation {
                term: term.to_owned(),
                qualifier,
                value: expression(value),
            })
        });
        own.collect()
    }
}

/// A constant expression (CSDL JSON §14.3); dynamic ones are objects with a `$` member.
fn expression(json: &Json) -> Value {
    match &json.value {
        JsonValue::Null => Value::Dynamic,
        JsonValue::Bool(value) => Value::Bool(*value),
        JsonValue::Number(text) | JsonValue::Text(text) => Value::Text(text.clone()),
        JsonValue::Array(items) => Value::Collection(items.iter().map(expression).collect()),
        JsonValue::Object(members) if members.iter().any(|(name, _)| name.starts_with('$')) => {
            Value::Dynamic
        }
        JsonValue::Object(members) => {
            let fields = members.iter().filter(|(name, _)| !name.contains('@'));
            Value::Record(
                fields
                    .map(|(name, value)| (name.clone(), expression(value)))
                    .collect(),
            )
        }
    }
}
