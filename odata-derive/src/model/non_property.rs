//! The roles of fields that are not properties.

use crate::{attr::Entries, errors::Errors};

/// The role of a field that holds no declared property of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NonProperty {
    Base,
    DynamicProperties,
    Annotations,
    Control,
    Etag,
    Id,
    Skip,
}

impl NonProperty {
    /// All roles with their keys.
    pub(crate) const ALL: &'static [(&'static str, NonProperty)] = &[
        ("base", NonProperty::Base),
        ("dynamic_properties", NonProperty::DynamicProperties),
        ("annotations", NonProperty::Annotations),
        ("control", NonProperty::Control),
        ("etag", NonProperty::Etag),
        ("id", NonProperty::Id),
        ("skip", NonProperty::Skip),
    ];

    fn of_key(key: &str) -> Option<NonProperty> {
        NonProperty::ALL
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, role)| *role)
    }

    /// Parses the role of a field that is not a property, and reports the keys that cannot be combined with it.
    pub(super) fn parse(entries: &Entries, errors: &mut Errors) -> Option<NonProperty> {
        let (chosen, role) = entries.iter().find_map(|entry| {
            NonProperty::of_key(entry.key.name).map(|role| (entry.key.name, role))
        })?;
        for entry in entries.iter().filter(|it| it.key.name != chosen) {
            let name = entry.key.name;
            let reason = match NonProperty::of_key(name) {
                Some(_) => "a field can have only one of them",
                None => "the field is not a property",
            };
            errors.at(
                &entry.ident,
                format_args!("`{name}` cannot be used with `{chosen}`: {reason}"),
            );
        }
        Some(role)
    }
}
