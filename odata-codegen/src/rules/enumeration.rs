//! Enumerations (CSDL XML §10).

use super::Report;
use crate::csdl::Enumeration;
use crate::edm::Edm;
use crate::model::{Entry, Model, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let Some(own) = model.enumeration(id) else {
            continue;
        };
        let underlying = underlying(own, entry, report);
        values_all_or_none(own, entry, report);
        flags_values(own, entry, report);
        if let Some(range) = underlying.and_then(Edm::enumeration_range) {
            value_range(own, entry, range, report);
        }
    }
}

/// Byte, SByte, Int16, Int32 or Int64; Int32 where nothing is said.
fn underlying(own: &Enumeration, entry: &Entry, report: &mut Report<'_>) -> Option<Edm> {
    let name = own.underlying.as_deref().unwrap_or("Edm.Int32");
    let edm = Edm::parse(name).filter(|edm| edm.enumeration_range().is_some());
    if edm.is_none() {
        report.broken(
            "enum-underlying",
            entry.ty.at,
            format!(
                "`{}` cannot underlie the enumeration `{}`: an integer type of Edm can",
                name, entry.qualified
            ),
        );
    }
    edm
}

fn values_all_or_none(own: &Enumeration, entry: &Entry, report: &mut Report<'_>) {
    if own.members.iter().any(|member| member.value.is_some()) {
        for member in own.members.iter().filter(|member| member.value.is_none()) {
            report.broken(
                "enum-values",
                member.at,
                format!(
                    "`{}` has no value, but other members of `{}` have: all or none",
                    member.name, entry.qualified
                ),
            );
        }
    }
}

/// Flags need values that can be combined: each given and none negative.
fn flags_values(own: &Enumeration, entry: &Entry, report: &mut Report<'_>) {
    for member in own.members.iter().filter(|_| own.flags) {
        if member
            .value
            .as_deref()
            .is_none_or(|value| value.trim_start().starts_with('-'))
        {
            report.broken("enum-flags", member.at, format!("`{}` of the flags enumeration `{}` needs a value of its own that is not negative", member.name, entry.qualified));
        }
    }
}

fn value_range(
    own: &Enumeration,
    entry: &Entry,
    (least, greatest): (i128, i128),
    report: &mut Report<'_>,
) {
    let underlying = own.underlying.as_deref().unwrap_or("Edm.Int32");
    for member in &own.members {
        let Some(text) = &member.value else { continue };
        match text.parse::<i128>() {
            Ok(value) if (least..=greatest).contains(&value) => {}
            Ok(_) => report.broken(
                "enum-range",
                member.at,
                format!(
                    "{text} of `{}` is outside {underlying}, which underlies `{}`",
                    member.name, entry.qualified
                ),
            ),
            Err(_) => report.broken(
                "enum-range",
                member.at,
                format!("`{text}` of `{}` is no integer", member.name),
            ),
        }
    }
}
