//! Enumerations (CSDL XML 4.01 §10).

use odata_csdl::EnumType;

use super::report::Report;
use crate::model::{Edm, Entry, TypeId};

pub(super) fn check(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let Some(own) = report.model.enumeration(id) else {
            continue;
        };
        let underlying = check_underlying(own, entry, report);
        check_values_all_or_none(own, entry, report);
        check_flags_values(own, entry, report);
        if let Some(range) = underlying.and_then(Edm::enumeration_range) {
            check_value_range(own, entry, range, report);
        }
    }
}

/// Checks and returns the underlying type: `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32` or `Edm.Int64`. Default: `Edm.Int32`.
fn check_underlying(own: &EnumType, entry: &Entry, report: &mut Report<'_>) -> Option<Edm> {
    let name = own.underlying.as_deref().unwrap_or("Edm.Int32");
    let edm = Edm::parse(name).filter(|edm| edm.enumeration_range().is_some());
    if edm.is_none() {
        let message = format!(
            "the enumeration `{}` has the underlying type `{name}`: use an integer type of `Edm`",
            entry.qualified
        );
        report.violation("enum-underlying", entry.ty.location, message);
    }
    edm
}

fn check_values_all_or_none(own: &EnumType, entry: &Entry, report: &mut Report<'_>) {
    if own.members.iter().all(|member| member.value.is_none()) {
        return;
    }
    for member in own.members.iter().filter(|member| member.value.is_none()) {
        let message = format!(
            "`{}` has no value, but other members of `{}` have: give all members a value or none",
            member.name, entry.qualified
        );
        report.violation("enum-values", member.location, message);
    }
}

/// Reports a member of a flags enumeration without a value or with a negative one: the values are combined bit by bit.
fn check_flags_values(own: &EnumType, entry: &Entry, report: &mut Report<'_>) {
    for member in own.members.iter().filter(|_| own.is_flags) {
        let is_negative = |value: &str| value.trim_start().starts_with('-');
        if member.value.as_deref().is_none_or(is_negative) {
            let message = format!(
                "`{}` of the flags enumeration `{}` has no value or a negative one: give it a value that is not negative",
                member.name, entry.qualified
            );
            report.violation("enum-flags", member.location, message);
        }
    }
}

fn check_value_range(
    own: &EnumType,
    entry: &Entry,
    (least, greatest): (i128, i128),
    report: &mut Report<'_>,
) {
    let underlying = own.underlying.as_deref().unwrap_or("Edm.Int32");
    for member in &own.members {
        let Some(text) = &member.value else { continue };
        let message = match text.trim().parse::<i128>() {
            Ok(value) if (least..=greatest).contains(&value) => continue,
            Ok(_) => format!(
                "the value {text} of `{}` is outside `{underlying}`, the underlying type of `{}`",
                member.name, entry.qualified
            ),
            Err(_) => format!("the value `{text}` of `{}` is not an integer", member.name),
        };
        report.violation("enum-range", member.location, message);
    }
}
