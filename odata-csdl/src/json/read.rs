//! Reading: the document object, and what all its members share.

use super::value::{Json, JsonValue};
use crate::{
    alias::Aliases,
    diagnostic::{Diagnostic, Findings},
    location::{LineIndex, Location},
    model::{Document, Version},
    text::{TRUNCATED, error_response},
};

pub(crate) fn read(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let mut version = Version::V4_01;
    let empty = Document {
        version,
        ..Document::default()
    };
    let mut findings = Findings::new(file, diagnostics);
    let root = match Json::parse(text) {
        Ok(root) => root,
        Err(error) => {
            // serde_json counts columns in bytes.
            let line = LineIndex::new(text).offset(text, error.line(), 1);
            let start = line + error.column().saturating_sub(1);
            let message = if error.is_eof() {
                TRUNCATED.to_owned()
            } else {
                error.to_string()
            };
            findings.error("json", start..start, message);
            return empty;
        }
    };
    let mut reader = Reader {
        aliases: aliases(&root),
        findings,
    };
    match root.get("$Version").and_then(Json::text) {
        Some("4.0") => version = Version::V4_0,
        Some(newer) if newer.starts_with("4.") => {}
        _ => {
            reader.error(&root, wrong_root(&root));
            return empty;
        }
    }
    let mut document: Document = reader.part("document", None, &root);
    document.version = version;
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
        error_response(message.unwrap_or_default())
    } else if has("openapi") || has("swagger") {
        "this is an OpenAPI document: download the service's `$metadata`".to_owned()
    } else if has("$schema") {
        "this is a JSON schema and not metadata: download the service's `$metadata`".to_owned()
    } else if has("@odata.context") || has("@context") || has("value") || has("d") {
        "this is data or a service document and not metadata: download the service's `$metadata`"
            .to_owned()
    } else if matches!(root.value, JsonValue::Array(_)) {
        "this is not metadata: CSDL JSON is an object with `$Version` and schemas".to_owned()
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
    aliases.add_schemas(root.names().map(|(namespace, schema)| {
        let names = schema.names().map(|(name, _)| name.as_str());
        (namespace.as_str(), names)
    }));
    aliases
}

/// Reports faults at values, and resolves names.
pub(super) struct Reader<'a> {
    pub(super) aliases: Aliases,
    pub(super) findings: Findings<'a>,
}

impl Reader<'_> {
    pub(super) fn location(&self, json: &Json) -> Location {
        self.findings.location(json.range.clone())
    }

    pub(super) fn error(&mut self, json: &Json, message: impl Into<String>) {
        self.findings
            .error("json", json.range.clone(), message.into());
    }
}
