//! The values of control information.

use std::{borrow::Cow, collections::HashSet};

use serde::ser::SerializeMap;

use crate::{
    codec::RawJson,
    dynamic::{
        bag_entry::write_in_order,
        member_name::{MemberName, wire_name},
    },
    protocol::Version,
};

/// Writes the members of an object that the protocol defines, with control information in the spelling of a version.
///
/// A name is not respelled if another member has the other spelling, or if the value does not have the type that this control information
/// requires: such a member is an annotation of a 4.0 payload, in which `@id` is not the protocol's.
pub(crate) fn write_members<'a, M: SerializeMap>(
    map: &mut M,
    members: impl Iterator<Item = (&'a str, &'a RawJson)> + Clone,
    version: Version,
) -> Result<(), M::Error> {
    let names: HashSet<&str> = members.clone().map(|(name, _)| name).collect();
    write_in_order(members, map, |name, json| {
        let spelled = wire_name(name, version);
        let fits = ValueKind::of(MemberName::parse(name))
            .is_some_and(|kind| kind.fits(json.as_str(), true));
        if fits && !names.contains(&*spelled) {
            spelled
        } else {
            Cow::Borrowed(name)
        }
    })
}

/// The JSON type that control information requires.
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
    /// Returns the kind of value of control information and operations (JSON 4.01 §4.5; `bind`: §8.5; operations: §16 and §17).
    pub(crate) fn of(name: MemberName<'_>) -> Option<Self> {
        match name {
            MemberName::Control { name, .. } => Some(Self::of_control(name)),
            MemberName::Operation { .. } => Some(ValueKind::Operation),
            MemberName::Annotation { .. } | MemberName::Property(_) => None,
        }
    }

    /// Returns the kind of value of the control information with this name.
    pub(crate) fn of_control(name: &str) -> Self {
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

    /// Returns whether JSON text is of this kind. Under `IEEE754Compatible`, a count is a string (JSON 4.01 §3.2). The range of a count is not
    /// checked here.
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

    /// Describes the kind for a message.
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
