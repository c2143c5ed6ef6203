//! Reading: the document object, and what all its members share.

use super::value::{Json, JsonValue};
use crate::{
    alias::Aliases,
    diagnostic::{Diagnostic, Findings},
    location::{LineIndex, Location},
    model::{Annotation, Document, Include, Reference, Version},
};

pub(crate) fn read(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let mut document = Document {
        version: Version::V4_01,
        ..Document::default()
    };
    let mut findings = Findings::new(file, diagnostics);
    let root = match Json::parse(text) {
        Ok(root) => root,
        Err(error) => {
            // serde_json counts columns in bytes.
            let line = LineIndex::new(text).offset(text, error.line(), 1);
            let start = line + error.column().saturating_sub(1);
            findings.error("json", start..start, error.to_string());
            return document;
        }
    };
    let mut reader = Reader {
        aliases: aliases(&root),
        findings,
    };
    match root.get("$Version").and_then(Json::text) {
        Some("4.0") => document.version = Version::V4_0,
        Some(newer) if newer.starts_with("4.") => {}
        _ => {
            reader.error(&root, wrong_root(&root));
            return document;
        }
    }
    for (name, value) in root.members() {
        match name.as_str() {
            "$Version" | "$EntityContainer" => {}
            "$Reference" => {
                document.references = value
                    .members()
                    .iter()
                    .map(|(uri, body)| reader.reference(uri, body))
                    .collect();
            }
            name if !name.starts_with(['$', '@']) => {
                document.schemas.push(reader.schema(name, value));
            }
            _ => reader.unknown(name, value, "the document"),
        }
    }
    document
}

/// Explains a value without a supported version.
fn wrong_root(root: &Json) -> String {
    let has = |name| root.get(name).is_some();
    let error = ["error", "odata.error"]
        .iter()
        .find_map(|name| root.get(name));
    if let Some(error) = error {
        let message = error.get("message");
        let message = message.and_then(|it| it.text().or_else(|| it.get("value")?.text()));
        format!(
            "this is an error response of the service and not metadata: {}",
            message.unwrap_or_default()
        )
    } else if has("openapi") || has("swagger") {
        "this is an OpenAPI document: download the service's `$metadata`".to_owned()
    } else if has("@odata.context") || has("@context") || has("value") || has("d") {
        "this is data or a service document and not metadata: download the service's `$metadata`"
            .to_owned()
    } else {
        "missing or unsupported CSDL version: write `\"$Version\": \"4.01\"`".to_owned()
    }
}

/// An alias is valid in the whole document, wherever it is declared.
fn aliases(root: &Json) -> Aliases {
    let mut aliases = Aliases::default();
    let text = |json: &Json, name| json.get(name).and_then(Json::text).map(str::to_owned);
    let references = root
        .get("$Reference")
        .map(Json::members)
        .unwrap_or_default();
    let includes = references.iter().filter_map(|(_, it)| it.get("$Include"));
    for include in includes.flat_map(Json::items) {
        let namespace = text(include, "$Namespace").unwrap_or_default();
        aliases.add(text(include, "$Alias").as_deref(), &namespace);
    }
    for (namespace, schema) in root.names() {
        aliases.add(text(schema, "$Alias").as_deref(), namespace);
    }
    aliases
}

pub(super) struct Reader<'a> {
    pub(super) aliases: Aliases,
    findings: Findings<'a>,
}

impl Reader<'_> {
    /// Names the part of a schema that is being read: see [`Diagnostic::part`].
    pub(super) fn set_part(&mut self, part: Option<&Json>) {
        self.findings.part = part.map(|part| self.location(part));
    }

    pub(super) fn location(&self, json: &Json) -> Location {
        self.findings.location(json.range.clone())
    }

    pub(super) fn error(&mut self, json: &Json, message: impl Into<String>) {
        self.findings
            .error("json", json.range.clone(), message.into());
    }

    /// Reports a member that CSDL JSON does not define at this place.
    pub(super) fn unknown(&mut self, name: &str, json: &Json, parent: &str) {
        let message = format!("unknown member `{name}` in {parent}: it is ignored");
        self.findings
            .warning("unknown-element", json.range.clone(), message);
    }

    pub(super) fn boolean(&mut self, json: &Json, name: &str) -> Option<bool> {
        let found = json.get(name)?;
        match found.value {
            JsonValue::Bool(value) => Some(value),
            _ => {
                self.error(
                    found,
                    format!("invalid `{name}` value: write `true` or `false`"),
                );
                None
            }
        }
    }

    /// A boolean member that is `false` by default.
    pub(super) fn flag(&mut self, json: &Json, name: &str) -> bool {
        self.boolean(json, name).unwrap_or(false)
    }

    pub(super) fn text(&mut self, json: &Json, name: &str) -> Option<String> {
        let found = json.get(name)?;
        let text = found.text().map(str::to_owned);
        if text.is_none() {
            self.error(found, format!("invalid `{name}` value: write a string"));
        }
        text
    }

    fn reference(&mut self, uri: &str, body: &Json) -> Reference {
        let includes = body.get("$Include").map(Json::items).unwrap_or_default();
        Reference {
            uri: uri.to_owned(),
            includes: includes
                .iter()
                .map(|include| Include {
                    namespace: self.text(include, "$Namespace").unwrap_or_default(),
                    alias: self.text(include, "$Alias"),
                    location: self.location(include),
                })
                .collect(),
        }
    }

    /// A name or a path, with namespaces in place of aliases.
    pub(super) fn path(&mut self, json: &Json, name: &str) -> Option<String> {
        let path = self.text(json, name)?;
        Some(self.aliases.resolve(&path))
    }

    /// The annotations among the members of an object: `@Term` and `@Term#qualifier`, or `member@Term` where `member` is given.
    pub(super) fn annotations(&self, json: &Json, member: &str) -> Vec<Annotation> {
        let annotations = json.members().iter().filter_map(|(name, value)| {
            let term = name.strip_prefix(member)?.strip_prefix('@')?;
            // `@Term@Other` annotates the annotation.
            if term.contains('@') {
                return None;
            }
            let (term, qualifier) = match term.split_once('#') {
                Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
                None => (term, None),
            };
            Some(Annotation {
                term: self.aliases.resolve(term),
                qualifier,
                value: self.expression(value),
            })
        });
        annotations.collect()
    }
}
