//! The names of control information, and what their values must be.

use std::{borrow::Cow, cell::OnceCell, collections::HashSet};

use serde::ser::SerializeMap;

use crate::{codec::raw_json::RawJson, protocol::version::Version};

/// The name of an entry, taken apart; equal for both spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key<'a> {
    /// `@odata.name`, `@name`, `target@odata.name`, `target@name`.
    Control { target: &'a str, name: &'a str },
    /// `#name`, `target#name` (JSON format 4.01, sections 16 and 17).
    Operation { target: &'a str, name: &'a str },
}

impl<'a> Key<'a> {
    /// `None` for the name of a property or of an annotation, whose term has a namespace of its own.
    pub(crate) fn parse(name: &'a str) -> Option<Self> {
        if let Some((target, term)) = name.rsplit_once('@') {
            let (name, _) = of_term(term)?;
            return (!name.is_empty()).then_some(Key::Control { target, name });
        }
        match name.split_once('#') {
            Some((target, name)) if !name.is_empty() => Some(Key::Operation { target, name }),
            _ => None,
        }
    }
}

/// The name of control information that a term, what follows the last `@`, may be, and whether it has its prefix. `None` for a term with
/// a namespace of its own, which is an annotation's (JSON format 4.01, section 4.5).
pub(crate) fn of_term(term: &str) -> Option<(&str, bool)> {
    match term.strip_prefix("odata.") {
        Some(name) => Some((name, true)),
        None => (!term.contains('.')).then_some((term, false)),
    }
}

/// Whether a name is that of control information and has its prefix, whatever its target is called.
pub(crate) fn has_prefix(name: &str) -> bool {
    name.rsplit_once('@')
        .and_then(|(_, term)| of_term(term))
        .is_some_and(|(_, has_prefix)| has_prefix)
}

/// The name under which a resource keeps what came as `name`: in 4.01, where the prefix may be left out, with it. What has none is
/// then an annotation that a 4.0 payload had, whose name is the service's own.
pub(crate) fn canonical_name(name: &str, version: Version) -> Cow<'_, str> {
    if version < Version::V401 {
        return Cow::Borrowed(name);
    }
    match Key::parse(name) {
        Some(Key::Control { target, name: term }) => in_spelling(name, target, "odata.", term),
        _ => Cow::Borrowed(name),
    }
}

/// Writes the members of an object that the protocol defines, control information in the spelling of a version.
///
/// A name stays as it is where the other spelling would be a second member of that name, or the value is not what that
/// information must be: such a member came in a 4.0 payload, where `@id` is anybody's.
pub(crate) fn write_members<'a, M: SerializeMap>(
    map: &mut M,
    members: impl Iterator<Item = (&'a str, &'a RawJson)> + Clone,
    version: Version,
) -> Result<(), M::Error> {
    let names = OnceCell::<HashSet<&str>>::new();
    let names = || names.get_or_init(|| members.clone().map(|(name, _)| name).collect());
    for (name, json) in members.clone() {
        let is_alone = |wire_name: &str| !names().contains(wire_name);
        let fits =
            || Key::parse(name).is_some_and(|key| ValueKind::of(key).fits(json.as_str(), true));
        let wire_name = wire_name(name, version);
        if *wire_name != *name && is_alone(&wire_name) && fits() {
            map.serialize_entry(&*wire_name, json)?;
        } else {
            map.serialize_entry(name, json)?;
        }
    }
    Ok(())
}

/// The name of an entry in the spelling of a version.
pub(crate) fn wire_name(name: &str, version: Version) -> Cow<'_, str> {
    match Key::parse(name) {
        // Services write it so in any version, and 4.0 has no other name for it.
        Some(Key::Control {
            name: "removed", ..
        }) if version < Version::V401 => Cow::Borrowed(name),
        Some(Key::Control { target, name: term }) => {
            // What has a dot would be an annotation of another namespace without the prefix.
            let prefix = if version >= Version::V401 && !term.contains('.') {
                ""
            } else {
                "odata."
            };
            in_spelling(name, target, prefix, term)
        }
        _ => Cow::Borrowed(name),
    }
}

/// `target@prefix` and the term, which may be `name` already.
fn in_spelling<'a>(name: &'a str, target: &str, prefix: &str, term: &str) -> Cow<'a, str> {
    if target.len() + 1 + prefix.len() + term.len() == name.len() {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(format!("{target}@{prefix}{term}"))
    }
}

/// What the value of an entry must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueKind {
    Text,
    TextOrNull,
    Count,
    Object,
    Array,
    Operation,
    Links,
    Any,
}

impl ValueKind {
    /// JSON format 4.01, section 4.5; `bind` is section 8.5, operations are sections 16 and 17.
    pub(crate) fn of(key: Key<'_>) -> Self {
        let Key::Control { name, .. } = key else {
            return ValueKind::Operation;
        };
        match name {
            "context" | "type" | "nextLink" | "deltaLink" => ValueKind::Text,
            "id" | "etag" | "metadataEtag" | "editLink" | "readLink" | "navigationLink"
            | "associationLink" | "mediaEditLink" | "mediaReadLink" | "mediaContentType"
            | "mediaEtag" => ValueKind::TextOrNull,
            "count" => ValueKind::Count,
            "removed" => ValueKind::Object,
            "delta" | "collectionAnnotations" => ValueKind::Array,
            "bind" => ValueKind::Links,
            _ => ValueKind::Any,
        }
    }

    /// Whether JSON text has this form. Under IEEE754Compatible, a count is a string (section 3.2). Whether its value
    /// is one that `Edm.Int64` has is for those to see who want it as a number.
    pub(crate) fn fits(self, json: &str, ieee754: bool) -> bool {
        let is_count = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        match self {
            ValueKind::Text => json.starts_with('"'),
            ValueKind::TextOrNull => json.starts_with('"') || json == "null",
            ValueKind::Count => is_count(json) || (ieee754 && is_count(json.trim_matches('"'))),
            ValueKind::Object => json.starts_with('{'),
            ValueKind::Array => json.starts_with('['),
            ValueKind::Operation => json.starts_with(['{', '[']) || json == "null",
            ValueKind::Links => json.starts_with(['"', '[']) || json == "null",
            ValueKind::Any => true,
        }
    }

    /// The form in words.
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            ValueKind::Text => "a string",
            ValueKind::TextOrNull => "a string or null",
            ValueKind::Count => "a non-negative integer",
            ValueKind::Object => "an object",
            ValueKind::Array => "an array",
            ValueKind::Operation => "an object, an array or null",
            ValueKind::Links => "a link, an array of links or null",
            ValueKind::Any => "any value",
        }
    }
}
