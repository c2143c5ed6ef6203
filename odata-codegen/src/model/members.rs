//! The values of the members of an enumeration.

use std::collections::HashSet;

use odata_csdl::{EnumMember, EnumType};

use super::Edm;

/// Returns the members with their values (CSDL XML 4.01 §10.3). A member whose value is missing, no integer, out of range or that of
/// another member has none: nothing is invented.
pub(crate) fn values(own: &EnumType) -> impl Iterator<Item = (&EnumMember, Option<i128>)> {
    let (least, greatest) = underlying(own).and_then(range).unwrap_or_default();
    // The values of flags are combined bit by bit.
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
    let fit = values.all(|value| (least..=greatest).contains(&value));
    Some(if fit { stated } else { "Edm.Int64" })
}

fn range(name: &str) -> Option<(i128, i128)> {
    Edm::parse(name).and_then(Edm::enumeration_range)
}
