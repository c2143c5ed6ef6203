//! Rules of an enumeration.

use std::collections::HashMap;

use super::reject_duplicate_names;
use crate::{
    errors::Errors,
    model::enumeration::{Enumeration, Member},
};

pub(crate) fn enumeration(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    reject_parameters(enumeration, errors);
    require_member(enumeration, errors);
    // CSDL XML 4.01 §10.3: the name of a member is unique within its type.
    let members = enumeration.members.iter();
    reject_duplicate_names(
        members.map(|it| (it.name.as_str(), it.name_span, it.ident)),
        errors,
    );
    reject_names_that_differ_in_case(enumeration, errors);
    require_all_values_or_none(enumeration, errors);
    reject_negative_flags(enumeration, errors);
    reject_values_out_of_range(enumeration, errors);
    reject_duplicate_values(enumeration, errors);
    reject_second_default(enumeration, errors);
    reject_discriminants_beside_other(enumeration, errors);
    reject_name_of_a_constant(enumeration, errors);
}

fn reject_parameters(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let params = &enumeration.item.generics.params;
    if !params.is_empty() {
        errors.at(
            params,
            "an enumeration cannot have generic parameters: remove them",
        );
    }
}

/// Requires at least one member (CSDL XML 4.01 §10).
fn require_member(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    if enumeration.members.is_empty() && errors.is_empty() {
        errors.at(
            enumeration.item.ident,
            "empty enumeration: add at least one member",
        );
    }
}

/// Rejects names that differ only in letter case if reading ignores letter case.
fn reject_names_that_differ_in_case(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let Some(span) = enumeration.case_insensitive else {
        return;
    };
    let mut seen: HashMap<String, &str> = HashMap::new();
    for member in &enumeration.members {
        let first = seen
            .entry(member.name.to_ascii_lowercase())
            .or_insert(&member.name);
        if *first != member.name {
            errors.at_span(
                span,
                format_args!(
                    "`{first}` and `{}` differ only in letter case: remove `case_insensitive`",
                    member.name
                ),
            );
        }
    }
}

/// Requires that all members have a value or none has, and that all members of flags have one (CSDL XML 4.01 §10.3).
fn require_all_values_or_none(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let members = &enumeration.members;
    let reason = if enumeration.is_flags {
        "every member of flags needs one"
    } else if members.iter().any(|it| it.value.is_some()) {
        "other members have one"
    } else {
        return;
    };
    for member in members.iter().filter(|it| !it.has_value) {
        errors.at(
            member.ident,
            format_args!(
                "missing value of `{}`, {reason}: add `#[odata(value = ...)]`",
                member.ident
            ),
        );
    }
}

/// Rejects negative values of flags (CSDL XML 4.01 §10.3).
fn reject_negative_flags(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let members = enumeration.members.iter().filter(|_| enumeration.is_flags);
    for (value, span) in members.filter_map(|it| it.value) {
        if value < 0 {
            errors.at_span(
                span,
                format_args!("negative value {value} in flags: use a value of zero or more"),
            );
        }
    }
}

/// Rejects values that the underlying type does not include (CSDL XML 4.01 §10.3).
fn reject_values_out_of_range(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let (min, max) = enumeration.underlying.range();
    for (member, value) in enumeration.members_with_values() {
        if !(min..=max).contains(&value) {
            errors.at_span(
                member.value.map_or(member.ident.span(), |(_, span)| span),
                format_args!(
                    "{value} is out of range for `{}` ({min} to {max}): use a smaller value, or a larger type with `underlying = \"...\"`",
                    enumeration.underlying.name()
                ),
            );
        }
    }
}

/// Rejects two members with one value. CSDL XML 4.01 allows them, but the second would be written back as the first.
fn reject_duplicate_values(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let mut owners: HashMap<i128, &Member<'_>> = HashMap::new();
    for member in &enumeration.members {
        let Some((value, span)) = member.value else {
            continue;
        };
        if let Some(first) = owners.insert(value, member) {
            if first.is_discriminant && member.is_discriminant {
                continue;
            }
            let first = first.ident;
            errors.at_span(
                span,
                format_args!("duplicate value {value}: already the value of `{first}`"),
            );
        }
    }
}

fn reject_second_default(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let mut defaults = enumeration
        .members
        .iter()
        .filter_map(|it| it.default.map(|span| (it.ident, span)));
    let Some((first, _)) = defaults.next() else {
        return;
    };
    for (_, span) in defaults {
        errors.at_span(
            span,
            format_args!("duplicate `default`: already on `{first}`"),
        );
    }
}

/// Rejects discriminants beside `other`: an enum with a variant that holds a text has none without a `repr`.
fn reject_discriminants_beside_other(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    if enumeration.other.is_none() {
        return;
    }
    for member in enumeration.members.iter().filter(|it| it.is_discriminant) {
        if let Some((value, span)) = member.value {
            errors.at_span(
                span,
                format_args!(
                    "a discriminant cannot be used with `other`: write `#[odata(value = {value})] {}`",
                    member.ident
                ),
            );
            // One error is enough: rustc also reports the enum.
            return;
        }
    }
}

/// Rejects a variant with the name of the generated constant `ALL`.
fn reject_name_of_a_constant(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let members = enumeration.members.iter().map(|it| it.ident);
    let other = enumeration.other.iter().map(|it| it.ident);
    for ident in members.chain(other).filter(|it| *it == "ALL") {
        errors.at(
            ident,
            "`ALL` is the generated list of all members: rename the variant, for instance to `All`, and add `#[odata(name = \"ALL\")]` if this is its OData name",
        );
    }
}
