//! The name of a member of an object.

use std::borrow::Cow;

use crate::protocol::Version;

/// The name of the type tag in 4.0 (JSON 4.01 §4.5.3).
pub(crate) const TYPE_TAG: &str = "@odata.type";

/// The name of a member, taken apart.
///
/// The same text can mean control information in 4.01 and an annotation in 4.0, where control information always has its prefix
/// ([`control`](Self::control), [`is_annotation`](Self::is_annotation)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MemberName<'a> {
    /// A property, declared or not. A name with `#` that names no operation is a property as well.
    Property(&'a str),
    /// Control information: `@odata.name`, `target@odata.name`, and the same without the prefix (JSON 4.01 §4.5).
    Control {
        target: &'a str,
        name: &'a str,
        has_prefix: bool,
    },
    /// An advertised operation: `#namespace.name`, `target#namespace.name` (JSON 4.01 §16 and §17).
    Operation { target: &'a str, name: &'a str },
    /// An annotation: `@namespace.term`, `target@namespace.term` (JSON 4.01 §20).
    Annotation { target: &'a str, term: &'a str },
}

impl<'a> MemberName<'a> {
    /// Takes a name apart.
    pub(crate) fn parse(member: &'a str) -> Self {
        let Some((target, term)) = member.rsplit_once('@') else {
            return match member.split_once('#') {
                Some((target, name)) if name.contains('.') => Self::Operation { target, name },
                _ => Self::Property(member),
            };
        };
        let (name, has_prefix) = match term.strip_prefix("odata.") {
            Some(name) => (name, true),
            None => (term, false),
        };
        // A term without a prefix and with a dot has a namespace of its own.
        if name.is_empty() || (!has_prefix && name.contains('.')) {
            return Self::Annotation { target, term };
        }
        Self::Control {
            target,
            name,
            has_prefix,
        }
    }

    /// Returns what the member describes: a property, an annotation (`@ns.term`), or the object itself (empty).
    pub(crate) fn target(self) -> &'a str {
        match self {
            Self::Property(_) => "",
            Self::Control { target, .. }
            | Self::Operation { target, .. }
            | Self::Annotation { target, .. } => target,
        }
    }

    /// Returns the property that an annotation or control information belongs to, also through another annotation:
    /// `name@ns.term@odata.type` belongs to `name`. Empty if it belongs to the object.
    pub(crate) fn annotated_property(self) -> &'a str {
        match self {
            Self::Property(_) | Self::Operation { .. } => "",
            Self::Control { target, .. } | Self::Annotation { target, .. } => target
                .split_once('@')
                .map_or(target, |(property, _)| property),
        }
    }

    /// Returns the name of the control information that the member is in a payload of this version, without prefix.
    pub(crate) fn control(self, version: Version) -> Option<&'a str> {
        match self {
            // Services write `removed` without its prefix in every version.
            Self::Control {
                name, has_prefix, ..
            } if has_prefix || version >= Version::V401 || name == "removed" => Some(name),
            _ => None,
        }
    }

    /// Returns the name of control information of the object itself.
    pub(crate) fn own_control(self, version: Version) -> Option<&'a str> {
        self.control(version).filter(|_| self.target().is_empty())
    }

    /// Returns whether the member is an annotation in a payload of this version.
    pub(crate) fn is_annotation(self, version: Version) -> bool {
        match self {
            Self::Annotation { .. } => true,
            Self::Control { .. } => self.control(version).is_none(),
            Self::Property(_) | Self::Operation { .. } => false,
        }
    }

    /// Returns whether both are the same control information, with or without prefix, or the same operation.
    pub(crate) fn is_same_control(self, other: Self) -> bool {
        let parts = |it| match it {
            Self::Control { target, name, .. } => Some((target, name, true)),
            Self::Operation { target, name } => Some((target, name, false)),
            Self::Property(_) | Self::Annotation { .. } => None,
        };
        parts(self).is_some() && parts(self) == parts(other)
    }
}

/// Returns the name under which a resource stores a member: in 4.01, control information has its prefix. A name without prefix is
/// then an annotation of a 4.0 payload.
pub(crate) fn canonical_name(member: &str, version: Version) -> Cow<'_, str> {
    match MemberName::parse(member) {
        MemberName::Control {
            target,
            name,
            has_prefix: false,
        } if version >= Version::V401 => Cow::Owned(format!("{target}@odata.{name}")),
        _ => Cow::Borrowed(member),
    }
}

/// Returns the name of a member in the spelling of a version.
pub(crate) fn wire_name(member: &str, version: Version) -> Cow<'_, str> {
    match MemberName::parse(member) {
        MemberName::Control {
            target,
            name,
            has_prefix,
        } => {
            // Without prefix, a name with a dot would be an annotation.
            let needs_prefix = version < Version::V401 || name.contains('.');
            match (has_prefix, needs_prefix) {
                (true, false) => Cow::Owned(format!("{target}@{name}")),
                // Services write `removed` like this in every version, and 4.0 has no other name for it.
                (false, true) if name != "removed" => Cow::Owned(format!("{target}@odata.{name}")),
                _ => Cow::Borrowed(member),
            }
        }
        _ => Cow::Borrowed(member),
    }
}

/// Returns the other name of the same control information in a payload of this version.
pub(crate) fn other_spelling(member: &str, version: Version) -> Option<Cow<'static, str>> {
    let parsed = MemberName::parse(member);
    parsed.control(version)?;
    match parsed {
        MemberName::Control {
            target,
            name,
            has_prefix: false,
        } => Some(format!("{target}@odata.{name}")),
        MemberName::Control { target, name, .. }
            if !name.contains('.') && (version >= Version::V401 || name == "removed") =>
        {
            Some(format!("{target}@{name}"))
        }
        _ => None,
    }
    .map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::{MemberName, canonical_name, other_spelling, wire_name};
    use crate::protocol::Version;

    const V4: Version = Version::V4;
    const V401: Version = Version::V401;

    #[test]
    fn each_form_of_a_name_is_recognized() {
        use MemberName::{Annotation, Control, Operation, Property};
        let control = |target, name, has_prefix| Control {
            target,
            name,
            has_prefix,
        };
        let operation = |target, name| Operation { target, name };
        let annotation = |target, term| Annotation { target, term };
        for (name, parsed) in [
            ("a", Property("a")),
            ("a.b", Property("a.b")),
            ("C#", Property("C#")),
            ("a#b", Property("a#b")),
            ("@odata.id", control("", "id", true)),
            ("@id", control("", "id", false)),
            ("a@odata.type", control("a", "type", true)),
            ("a@odata.x.y", control("a", "x.y", true)),
            ("a@type", control("a", "type", false)),
            ("a@ns.t@odata.type", control("a@ns.t", "type", true)),
            ("#ns.act", operation("", "ns.act")),
            ("a#ns.act(b)", operation("a", "ns.act(b)")),
            ("@ns.t#q", annotation("", "ns.t#q")),
            ("a@ns.t", annotation("a", "ns.t")),
            ("a@", annotation("a", "")),
            ("@odata.", annotation("", "odata.")),
        ] {
            assert_eq!(MemberName::parse(name), parsed, "{name}");
        }
    }

    #[test]
    fn control_information_without_prefix_depends_on_the_version() {
        let control = |name, version| MemberName::parse(name).control(version);
        assert_eq!(control("a@odata.type", V4), Some("type"));
        assert_eq!(
            (control("@type", V4), control("@type", V401)),
            (None, Some("type"))
        );
        assert_eq!(control("@removed", V4), Some("removed"));
        assert!(MemberName::parse("@type").is_annotation(V4));
        assert!(!MemberName::parse("@type").is_annotation(V401));
        assert!(MemberName::parse("a@ns.t").is_annotation(V401));
    }

    #[test]
    fn an_annotation_of_an_annotation_belongs_to_the_property() {
        let property = |name| MemberName::parse(name).annotated_property();
        assert_eq!(property("a@ns.t@odata.type"), "a");
        assert_eq!(property("a@odata.type"), "a");
        assert_eq!(property("@ns.t@odata.type"), "");
        assert_eq!(property("a"), "");
    }

    #[test]
    fn names_are_spelled_by_version() {
        assert_eq!(canonical_name("a@type", V401), "a@odata.type");
        assert_eq!(canonical_name("a@type", V4), "a@type");
        assert_eq!(wire_name("a@odata.type", V401), "a@type");
        assert_eq!(wire_name("a@odata.x.y", V401), "a@odata.x.y");
        assert_eq!(wire_name("@type", V4), "@odata.type");
        assert_eq!(wire_name("@removed", V4), "@removed");
        assert_eq!(wire_name("@odata.removed", V401), "@removed");
        assert_eq!(other_spelling("@id", V4), None);
        assert_eq!(other_spelling("@id", V401).as_deref(), Some("@odata.id"));
        assert_eq!(other_spelling("a@odata.id", V401).as_deref(), Some("a@id"));
        assert_eq!(
            other_spelling("@odata.removed", V4).as_deref(),
            Some("@removed")
        );
        assert_eq!(other_spelling("@odata.x.y", V401), None);
    }
}
