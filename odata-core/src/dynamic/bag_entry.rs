//! The order in which annotations and control information are written.

use std::{borrow::Cow, cmp::Reverse, collections::HashMap};

use serde::ser::{self, SerializeMap};

use crate::{
    codec::RawJson,
    dynamic::member_name::{MemberName, wire_name},
    protocol::Version,
    session::{filters_annotations, includes_annotation, write_policy},
};

/// An annotation or control information that is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BagEntry<'a> {
    name: &'a str,
    parsed: MemberName<'a>,
    value: &'a RawJson,
    /// Whether the entry is control information: the version determines its spelling, and the protocol its value.
    is_control: bool,
}

impl<'a> BagEntry<'a> {
    /// Returns an entry of [`ControlInformation`](crate::ControlInformation).
    pub(crate) fn of_control(name: &'a str, value: &'a RawJson) -> Self {
        BagEntry {
            is_control: true,
            ..BagEntry::of_member(name, value)
        }
    }

    /// Returns an entry of [`Annotations`](crate::Annotations), where control information has its prefix.
    pub(crate) fn of_annotations(name: &'a str, value: &'a RawJson) -> Self {
        let entry = BagEntry::of_member(name, value);
        let has_prefix =
            matches!(entry.parsed, MemberName::Control { has_prefix, .. } if has_prefix);
        BagEntry {
            is_control: has_prefix,
            ..entry
        }
    }

    /// Returns a member whose name and value are written unchanged.
    fn of_member(name: &'a str, value: &'a RawJson) -> Self {
        BagEntry {
            name,
            parsed: MemberName::parse(name),
            value,
            is_control: false,
        }
    }

    /// Returns the property that the entry belongs to; empty if it belongs to the object.
    pub(crate) fn property(&self) -> &'a str {
        self.parsed.annotated_property()
    }

    /// Returns whether this is a property and not an annotation.
    fn is_property(&self) -> bool {
        matches!(self.parsed, MemberName::Property(_))
    }

    /// Returns the name of the object's own control information, whatever its spelling.
    fn own_control(&self) -> Option<&'a str> {
        self.parsed.own_control(Version::V401)
    }

    /// Returns whether this is the context URL of the object, which precedes the type (JSON 4.01 §4.4).
    pub(crate) fn is_context(&self) -> bool {
        self.is_control && matches!(self.name, "@odata.context" | "@context")
    }

    /// Returns whether this is an annotation of an annotation of the object: `@ns.term@odata.type`.
    pub(crate) fn describes_own_annotation(&self) -> bool {
        self.name
            .strip_prefix('@')
            .is_some_and(|rest| rest.contains('@'))
    }

    /// Writes the entry, unless the options filter it out.
    pub(crate) fn write<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
    ) -> Result<(), M::Error> {
        if !self.is_control {
            return match is_wanted(self.name) {
                true => map.serialize_entry(self.name, self.value),
                false => Ok(()),
            };
        }
        reject_undefined_control(self.name)?;
        map.serialize_entry(&*wire_name(self.name, version), self.value)
    }
}

/// Puts each annotation of an annotation directly before the annotation (`@ns.term@odata.type`, `@ns.term`). All other entries stay in
/// order.
pub(crate) fn place_before_targets(entries: &mut [BagEntry<'_>]) {
    let describes_annotation = |entry: &BagEntry<'_>| entry.parsed.target().contains('@');
    if !entries.iter().any(describes_annotation) {
        return;
    }
    // The entries of one annotation share the name up to its second `@`; the first of them has their position.
    let mut positions = HashMap::new();
    for (position, entry) in entries.iter().enumerate() {
        positions.entry(annotation(entry.name)).or_insert(position);
    }
    entries.sort_by_cached_key(|entry| {
        let depth = entry.name.matches('@').count();
        let is_type = entry.parsed.control(Version::V401) == Some("type");
        let position = positions.get(annotation(entry.name)).copied();
        (position, Reverse(depth), is_type)
    });
}

/// Returns the name of the annotation that an entry is or describes: `p@ns.term` of `p@ns.term@odata.type`.
fn annotation(name: &str) -> &str {
    name.match_indices('@')
        .nth(1)
        .and_then(|(end, _)| name.get(..end))
        .unwrap_or(name)
}

/// Annotations and control information of properties that are not written yet. Each is written immediately before its property
/// (JSON 4.01 §4.4).
#[derive(Debug)]
pub(crate) struct UnwrittenAnnotations<'a> {
    /// Sorted by property.
    entries: Vec<Unwritten<'a>>,
    version: Version,
}

#[derive(Debug)]
struct Unwritten<'a> {
    property: &'a str,
    name: &'a str,
    position: usize,
    entry: Option<BagEntry<'a>>,
}

impl<'a> UnwrittenAnnotations<'a> {
    /// Collects the entries that belong to properties; `None` if there are none.
    pub(crate) fn collect(
        entries: impl Iterator<Item = BagEntry<'a>>,
        version: Version,
    ) -> Option<Self> {
        let mut entries: Vec<BagEntry<'a>> =
            entries.filter(|it| !it.property().is_empty()).collect();
        if entries.is_empty() {
            return None;
        }
        place_before_targets(&mut entries);
        let mut entries: Vec<Unwritten<'a>> = entries
            .into_iter()
            .enumerate()
            .map(|(position, entry)| Unwritten {
                property: entry.property(),
                name: entry.name,
                position,
                entry: Some(entry),
            })
            .collect();
        entries.sort_by(|a, b| a.property.cmp(b.property));
        Some(UnwrittenAnnotations { entries, version })
    }

    /// Returns no entries.
    pub(crate) const fn none(version: Version) -> Self {
        UnwrittenAnnotations {
            entries: Vec::new(),
            version,
        }
    }

    /// Returns whether an annotation of a property has this name.
    pub(crate) fn contains(&self, name: &str) -> bool {
        let property = MemberName::parse(name).annotated_property();
        !property.is_empty() && self.of(property).any(|it| it.name == name)
    }

    fn of(&self, property: &str) -> impl Iterator<Item = &Unwritten<'a>> {
        let start = self.entries.partition_point(|it| it.property < property);
        self.entries
            .iter()
            .skip(start)
            .take_while(move |it| it.property == property)
    }

    /// Writes the annotations of a property.
    pub(crate) fn write<M: SerializeMap>(
        &mut self,
        property: &str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        let start = self.entries.partition_point(|it| it.property < property);
        self.entries
            .iter_mut()
            .skip(start)
            .take_while(|it| it.property == property)
            .filter_map(|it| it.entry.take())
            .try_for_each(|entry| entry.write(map, self.version))
    }

    /// Writes the annotations of properties that were not written, one property after the other.
    pub(crate) fn write_rest<M: SerializeMap>(self, map: &mut M) -> Result<(), M::Error> {
        let mut rest: Vec<Unwritten<'a>> = self
            .entries
            .into_iter()
            .filter(|it| it.entry.is_some())
            .collect();
        let mut first = HashMap::new();
        for it in &rest {
            let position = first.entry(it.property).or_insert(it.position);
            *position = it.position.min(*position);
        }
        rest.sort_by_key(|it| (first.get(it.property).copied(), it.position));
        rest.iter()
            .filter_map(|it| it.entry)
            .try_for_each(|entry| entry.write(map, self.version))
    }
}

/// Returns whether a member is written. The options can only exclude annotations, not control information.
pub(crate) fn is_wanted(name: &str) -> bool {
    !filters_annotations()
        || !matches!(MemberName::parse(name), MemberName::Annotation { .. })
        || includes_annotation(name)
}

/// Rejects control information that the protocol does not define, under `WriteOptions::strict`.
pub(crate) fn reject_undefined_control<E: ser::Error>(name: &str) -> Result<(), E> {
    let MemberName::Control {
        name: control,
        has_prefix: true,
        ..
    } = MemberName::parse(name)
    else {
        return Ok(());
    };
    if write_policy().strict && !CONTROL_INFORMATION.contains(&control) {
        return Err(E::custom(format_args!(
            "`{name}` is not control information that OData defines"
        )));
    }
    Ok(())
}

/// Returns whether OData defines control information of this name.
pub(crate) fn is_defined_control(name: &str) -> bool {
    CONTROL_INFORMATION.contains(&name)
}

/// The control information that OData defines (JSON 4.01 §4.5): no other name in the namespace `odata` may be written. `bind` links
/// entities in 4.0 (JSON 4.01 §8.5).
const CONTROL_INFORMATION: &[&str] = &[
    "context",
    "metadataEtag",
    "count",
    "nextLink",
    "delta",
    "deltaLink",
    "id",
    "editLink",
    "readLink",
    "etag",
    "navigationLink",
    "associationLink",
    "mediaEditLink",
    "mediaReadLink",
    "mediaContentType",
    "mediaEtag",
    "removed",
    "collectionAnnotations",
    "type",
    "bind",
];

/// Writes members of an object in the order that an ordered payload requires: the context, the type, the rest of what belongs to the
/// object, then each property after its annotations (JSON 4.01 §4.4).
pub(crate) fn write_in_order<'a, M: SerializeMap>(
    members: impl Iterator<Item = (&'a str, &'a RawJson)>,
    map: &mut M,
    spelling: impl Fn(&'a str, &'a RawJson) -> Cow<'a, str>,
) -> Result<(), M::Error> {
    let mut members: Vec<BagEntry<'a>> = members
        .map(|(name, value)| BagEntry::of_member(name, value))
        .collect();
    if members.iter().any(|it| !it.is_property()) {
        place_before_targets(&mut members);
        let (mut positions, mut absent) = (HashMap::new(), HashMap::new());
        for (position, member) in members.iter().enumerate() {
            if member.is_property() {
                positions.insert(member.name, position);
            } else {
                absent.entry(member.property()).or_insert(position);
            }
        }
        // The sort is stable: members with the same key keep their order.
        members.sort_by_cached_key(|member| match member.property() {
            "" if member.is_property() => (4, positions.get(member.name).copied(), true),
            "" => (
                match member.own_control() {
                    Some("context") => 0,
                    Some("type") => 1,
                    _ => 2,
                },
                None,
                false,
            ),
            // An annotation without its property.
            property if !positions.contains_key(property) => {
                (5, absent.get(property).copied(), false)
            }
            property => (4, positions.get(property).copied(), false),
        });
    }
    members.iter().try_for_each(|member| {
        map.serialize_entry(&*spelling(member.name, member.value), member.value)
    })
}
