//! Rules of an enumeration.

use std::collections::HashMap;

use crate::{errors::Errors, model::enumeration::Enumeration};

pub(crate) fn enumeration(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    no_parameters(enumeration, errors);
    some_member(enumeration, errors);
    names_once(enumeration, errors);
    names_once_in_any_case(enumeration, errors);
    values_of_all_or_none(enumeration, errors);
    values_of_flags(enumeration, errors);
    values_in_range(enumeration, errors);
    values_once(enumeration, errors);
    one_default(enumeration, errors);
}

/// The members are constants; there is nothing that a parameter could be used for.
fn no_parameters(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    if !enumeration.generics.params.is_empty() {
        errors.at(
            &enumeration.generics.params,
            "an enumeration has no parameters: its members are the same for everybody",
        );
    }
}

/// CSDL 4.01, section 10: one or more members.
fn some_member(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    if enumeration.members.is_empty() && errors.is_empty() {
        errors.at(enumeration.ident, "an enumeration has at least one member");
    }
}

/// CSDL 4.01, section 10.3: a member's name is unique within its type.
fn names_once(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for member in &enumeration.members {
        if let Some(first) = seen.insert(&member.name, member.ident) {
            errors.at_span(
                member.name_span,
                format_args!("`{}` is the name of `{first}` already", member.name),
            );
        }
    }
}

/// Members that only letter case tells apart cannot be read in any.
fn names_once_in_any_case(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let Some(span) = enumeration.case_insensitive else {
        return;
    };
    let mut seen: HashMap<String, &str> = HashMap::new();
    for member in &enumeration.members {
        let name = member.name.to_ascii_lowercase();
        match seen.get(&name) {
            Some(first) if *first != member.name => errors.at_span(
                span,
                format_args!(
                    "`{first}` and `{}` differ in letter case only: with `case_insensitive` one of them could not be read",
                    member.name
                ),
            ),
            Some(_) => {}
            None => {
                seen.insert(name, &member.name);
            }
        }
    }
}

/// CSDL 4.01, section 10.3: either all members have a value or none has; of flags, all.
fn values_of_all_or_none(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let given = enumeration
        .members
        .iter()
        .filter(|it| it.value.is_some())
        .count();
    let required = enumeration.flags || given > 0;
    if !required || given == enumeration.members.len() {
        return;
    }
    let why = if enumeration.flags {
        "each member of an enumeration of flags does, so that they can be combined"
    } else {
        "other members do: either all have one or none"
    };
    for member in enumeration.members.iter().filter(|it| it.value.is_none()) {
        errors.at(
            member.ident,
            format_args!("`{}` has no `value`, and {why}", member.ident),
        );
    }
}

/// CSDL 4.01, section 10.3: the values of flags are not negative.
fn values_of_flags(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    for member in enumeration.members.iter().filter(|_| enumeration.flags) {
        if let Some((value, span)) = member.value.filter(|(value, _)| *value < 0) {
            errors.at_span(
                span,
                format_args!("{value} cannot be combined: the values of flags are not negative"),
            );
        }
    }
}

/// CSDL 4.01, section 10.3: a value is one of the underlying type.
fn values_in_range(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let (least, greatest) = enumeration.underlying.range();
    for (member, value) in enumeration.valued() {
        if !(least..=greatest).contains(&value) {
            let span = member.value.map_or(member.ident.span(), |(_, span)| span);
            errors.at_span(
                span,
                format_args!(
                    "{value} is no {}, which is {least} to {greatest}: say `underlying = \"...\"` where the type has a wider one",
                    enumeration.underlying.name()
                ),
            );
        }
    }
}

/// A value read in digits means one member. (CSDL 4.01 does not say that values differ; two names for one value would be written
/// back as the first.)
fn values_once(enumeration: &Enumeration<'_>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for member in &enumeration.members {
        let Some((value, span)) = member.value else {
            continue;
        };
        if let Some(first) = seen.insert(value, member.ident) {
            errors.at_span(
                span,
                format_args!("{value} is the value of `{first}` already"),
            );
        }
    }
}

fn one_default(enumeration: &Enumeration<'_>, errors: &mut Errors) {
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
            format_args!("there is one `default`, and `{first}` is it"),
        );
    }
}
