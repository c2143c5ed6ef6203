//! Members of enumerations that do not become variants.

use std::collections::HashSet;

use odata_csdl::{EnumMember, EnumType, is_simple_identifier};

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Model, TypeId, members::values},
};

/// Reports the members of these types that have no usable name or value. An enumeration without any other members has no enum.
pub(crate) fn report(
    model: &Model,
    types: impl IntoIterator<Item = TypeId>,
    diagnostics: &mut Diagnostics,
) {
    for id in types.into_iter().filter(|&id| model.has_members(id)) {
        let (Some(own), Some(entry)) = (model.enumeration(id), model.entry(id)) else {
            continue;
        };
        let mut seen = HashSet::new();
        for (member, value) in values(own) {
            let reason = if !is_simple_identifier(&member.name) {
                "has a name that is not a simple identifier".to_owned()
            } else if !seen.insert(&member.name) || value.is_some() {
                continue;
            } else {
                unusable_value(own, member)
            };
            let message = format!(
                "`{}` of `{}` {reason}: it is left out and read as an unknown member, whose text is preserved",
                member.name, entry.qualified
            );
            diagnostics.push(
                &model.sources,
                Severity::Warning,
                "enum-value",
                member.location,
                message,
            );
        }
    }
}

/// Returns the reason why a member has no value that a variant can have.
fn unusable_value(own: &EnumType, member: &EnumMember) -> String {
    let is_used = |value: i128| {
        let mut values = values(own).filter_map(|(_, value)| value);
        values.any(|other| other == value)
    };
    match &member.value {
        None => "has no value".to_owned(),
        Some(text) => match text.trim().parse() {
            Err(_) => format!("has the value `{text}`, which is not an integer"),
            Ok(value) if is_used(value) => format!("has the value {value} of another member"),
            Ok(value) if own.is_flags && value < 0 => {
                format!("has the value {value}, and flags cannot be negative")
            }
            Ok(value) => format!("has the value {value}, which is outside the range of its type"),
        },
    }
}
