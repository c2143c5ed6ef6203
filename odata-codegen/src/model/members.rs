//! The values of the members of an enumeration.

use std::collections::HashSet;

use odata_csdl::{EnumMember, EnumType};

use super::Edm;

/// Returns the members with their values (CSDL XML 4.01 §10.3). `None` where the value is not an integer, out of range or that of another
/// member, or where it is missing and does not follow from the member before.
pub(crate) fn values(own: &EnumType) -> impl Iterator<Item = (&EnumMember, Option<i128>)> {
    let (least, greatest) = underlying(own).and_then(range).unwrap_or_default();
    // Flags are combined bit by bit, so that no value is negative.
    let least = if own.is_flags { 0 } else { least };
    let mut next = Some(0);
    let mut used = HashSet::new();
    own.members.iter().map(move |member| {
        let value = match &member.value {
            Some(text) => text.trim().parse::<i128>().ok(),
            None if own.is_flags => None,
            None => next,
        };
        next = value.map(|value| value.saturating_add(1));
        let is_usable = |value: &i128| (least..=greatest).contains(value) && used.insert(*value);
        (member, value.filter(is_usable))
    })
}

/// Returns the stated underlying type, or the widest one where the stated is not allowed or too narrow for a value.
pub(crate) fn underlying(own: &EnumType) -> Option<&str> {
    let stated = own.underlying.as_deref().unwrap_or("Edm.Int32");
    let Some((least, greatest)) = range(stated) else {
        return Some("Edm.Int64");
    };
    let mut values = own
        .members
        .iter()
        .filter_map(|member| member.value.as_ref()?.trim().parse::<i128>().ok());
    let all_fit = values.all(|value| (least..=greatest).contains(&value));
    Some(if all_fit { stated } else { "Edm.Int64" })
}

fn range(name: &str) -> Option<(i128, i128)> {
    Edm::parse(name).and_then(Edm::enumeration_range)
}
