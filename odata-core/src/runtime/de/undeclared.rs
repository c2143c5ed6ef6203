//! Members that no level of a type declares: into a bag, read over, or refused.

use std::{borrow::Cow, collections::HashMap};

use serde::de::{self, MapAccess};

use crate::{
    codec::raw_json::RawJson,
    dynamic::{control::value_kind::canonical_name, members::Members},
    error::{ErrorKind, listing::Listing},
    model::structured_type::StructuredType,
    options::{ReadPolicy, UndeclaredPolicy},
    raw::{captured, scan},
    runtime::de::{BagsMut, UNKNOWN, control, seen::Seen, value_type},
    session::{
        failure::{from_replayed, new_error, new_mismatch},
        parameters::nested_policy,
        policy::read_policy,
        trace::at_name,
    },
};

/// What an object has shown beside its declared properties.
pub(super) struct UndeclaredState {
    dynamic: MemberIndex,
    annotations: MemberIndex,
    control: MemberIndex,
    /// Anything came at all: for ordered payloads.
    pub(super) began: bool,
    /// The index of the last single-valued navigation property with a link (`N@odata.bind`).
    pub(super) bound: u16,
}

impl UndeclaredState {
    pub(super) const fn new() -> UndeclaredState {
        UndeclaredState {
            dynamic: MemberIndex::new(),
            annotations: MemberIndex::new(),
            control: MemberIndex::new(),
            began: false,
            bound: UNKNOWN,
        }
    }
}

/// Finds names in a bag being filled, in constant time once it is long.
#[derive(Default)]
pub(crate) struct MemberIndex(Option<HashMap<Box<str>, usize>>);

/// VariantIndex that a walk along the list finds faster than a hash does.
const FEW: usize = 24;

impl MemberIndex {
    pub(super) const fn new() -> MemberIndex {
        MemberIndex(None)
    }

    fn find(&self, members: &Members, name: &str) -> Option<usize> {
        match &self.0 {
            Some(index) => index.get(name).copied(),
            None => members.position(name),
        }
    }

    fn push(&mut self, members: &mut Members, name: Box<str>, value: RawJson) {
        if let Some(index) = &mut self.0 {
            index.insert(name.clone(), members.len());
        } else if members.len() >= FEW {
            let known = members
                .iter()
                .enumerate()
                .map(|(at, (name, _))| (name.into(), at));
            self.0 = Some(known.chain([(name.clone(), members.len())]).collect());
        }
        members.push(name, value);
    }

    /// Adds a member. Of a repeated custom annotation the last wins, unless the options are strict; nothing else may repeat.
    pub(crate) fn put<E: de::Error>(
        &mut self,
        members: &mut Members,
        name: &str,
        value: RawJson,
    ) -> Result<(), E> {
        let policy = read_policy();
        match self
            .find(members, name)
            .or_else(|| self.find_other_spelling(members, name, policy))
        {
            Some(at)
                if control::is_custom_annotation(name, policy.version)
                    && !policy.strict_annotations =>
            {
                members.replace(at, value)
            }
            Some(_) => return Err(duplicate(name)),
            None => self.push(members, name.into(), value),
        }
        Ok(())
    }

    /// In 4.01, `@odata.id` and `@id` are the same.
    fn find_other_spelling(
        &self,
        members: &Members,
        name: &str,
        policy: ReadPolicy,
    ) -> Option<usize> {
        self.find(members, &control::other_spelling(name, policy.version)?)
    }
}

/// A member that came twice (RFC 7493, section 2.3).
#[cold]
pub(crate) fn duplicate<E: de::Error>(name: &str) -> E {
    new_error(ErrorKind::Duplicate, format_args!("`{name}` comes twice"))
}

/// Reads the value of `name`.
#[inline(never)]
pub(super) fn read<'de, A: MapAccess<'de>>(
    declared: &'static StructuredType,
    extra: &mut UndeclaredState,
    seen: &Seen,
    mut bags_mut: BagsMut<'_>,
    name: Cow<'de, str>,
    map: &mut A,
) -> Result<(), A::Error> {
    let policy = read_policy();
    if policy.streaming {
        control::check_order(declared, extra, seen, &name)
            .map_err(|error| at_name(&name, error))?;
    }
    extra.began = true;
    let is_property = !name.contains(['@', '#']);
    if is_property
        && !name.is_empty()
        && (declared.denies_undeclared() || policy.undeclared == UndeclaredPolicy::Error)
        && !declared.is_open()
    {
        // An unknown parameter of an action is an error. The options apply to the values of the parameters.
        match nested_policy().map(|it| it.undeclared) {
            Some(UndeclaredPolicy::Keep) if !declared.denies_undeclared() => {}
            Some(UndeclaredPolicy::Skip) if !declared.denies_undeclared() => {
                bags_mut.dynamic = None;
            }
            _ => return Err(undeclared(declared, &name)),
        }
    }
    let text = match map.next_value_seed(captured::Captured) {
        Ok(text) => text,
        Err(error) => return Err(at_name(&name, error)),
    };
    place(declared, extra, bags_mut, &name, &text).map_err(|error| at_name(&name, error))
}

/// Puts a value where it belongs.
fn place<E: de::Error>(
    declared: &'static StructuredType,
    extra: &mut UndeclaredState,
    bags_mut: BagsMut<'_>,
    name: &str,
    text: &str,
) -> Result<(), E> {
    let policy = read_policy();
    check(Some(declared), name, text)?;
    let field = match control::own_name(name, policy.version) {
        Some("etag") => bags_mut.etag,
        Some("id") => bags_mut.id,
        _ => None,
    };
    if let Some(field) = field {
        return fill(field, name, text);
    }
    let is_property = !name.contains(['@', '#']);
    let bag = match (is_property, bags_mut.dynamic, bags_mut.annotations) {
        (true, _, _) if policy.undeclared == UndeclaredPolicy::Skip => None,
        (true, Some(bag), annotations) => {
            let tag = annotations.and_then(|it| it.members.raw(&format!("{name}@odata.type")));
            if let Some(tag) = tag {
                value_type::check(tag.as_str(), text)?;
            }
            Some((&mut bag.0, &mut extra.dynamic))
        }
        (false, _, _)
            if bags_mut.control.is_some() && control::is_control(name, policy.version) =>
        {
            bags_mut.control.map(|bag| (&mut bag.0, &mut extra.control))
        }
        (false, dynamic, Some(bag)) => {
            let target = control::type_target(name, policy.version);
            let value = target
                .zip(dynamic)
                .and_then(|(target, bag)| bag.0.raw(target));
            if let Some(value) = value {
                value_type::check(text, value.as_str())?;
            }
            Some((&mut bag.members, &mut extra.annotations))
        }
        _ => None,
    };
    match bag {
        Some((members, index)) => {
            let value = RawJson::from_captured(text)?;
            index.put(members, &canonical_name(name, policy.version), value)
        }
        None => scan::check_captured(text),
    }
}

/// An etag or an id with a field of its own; an id may be null (JSON format 4.01, section 4.5.8).
fn fill<E: de::Error>(field: &mut Option<String>, name: &str, text: &str) -> Result<(), E> {
    if field.is_some() {
        return Err(duplicate(name));
    }
    *field = serde_json::from_str(text).map_err(|error| from_replayed(&error))?;
    Ok(())
}

/// [`check`] for a member of an object that the protocol defines.
pub(crate) fn check_member<E: de::Error>(name: &str, text: &str) -> Result<(), E> {
    check(None, name, text)
}

/// What any member must keep to, wherever it goes.
pub(super) fn check<E: de::Error>(
    declared: Option<&'static StructuredType>,
    name: &str,
    text: &str,
) -> Result<(), E> {
    if name.is_empty() {
        return Err(new_error(
            ErrorKind::InvalidName,
            "a member's name is empty",
        ));
    }
    match name.rsplit_once('@') {
        Some((target, term)) => control::check(declared, target, term, text),
        None => value_type::check_object(text),
    }
}

#[cold]
fn undeclared<E: de::Error>(declared: &'static StructuredType, name: &str) -> E {
    let nearest = declared
        .properties()
        .map(|it| it.name())
        .find(|it| it.eq_ignore_ascii_case(name));
    let hint = nearest
        .map(|it| format!("; did you mean `{it}`?"))
        .unwrap_or_default();
    let error = new_mismatch(
        ErrorKind::Undeclared,
        format_args!("{} declares no property `{name}`{hint}", declared.name),
        format!(
            "one of {}",
            Listing(
                declared
                    .properties()
                    .map(|it| it.name())
                    .collect::<Vec<_>>()
                    .iter()
            )
        ),
        name,
    );
    at_name(name, error)
}
