//! Members that no level of a type declares: stored in a bag, skipped or rejected.

use std::{borrow::Cow, sync::Arc};

use serde::de::{self, MapAccess};

use crate::{
    codec::RawJson,
    dynamic::{MemberName, Members, canonical_name},
    error::ErrorKind,
    model::{Property, StructuredType, is_same_name},
    options::UndeclaredPolicy,
    raw::{captured, scan, unescape},
    runtime::de::{
        BagsMut, UNKNOWN, control,
        delta::is_nested_delta,
        described, error_body, inner_values,
        member_checks::MemberChecks,
        member_index::{MemberIndex, duplicate},
        member_order::{SeenProperties, out_of_order},
        rejection::{rejects_undeclared, undeclared},
        seen::Seen,
        value_type,
    },
    session::{at_name, from_replayed, nested_policy, new_error, read_policy},
};

/// The state of reading the undeclared members of an object.
pub(super) struct UndeclaredMembers<'de> {
    dynamic: MemberIndex,
    annotations: MemberIndex,
    control: MemberIndex,
    /// Whether a member was read that is not a declared property.
    pub(super) has_begun: bool,
    /// The index of the last single-valued navigation property with a link (`N@odata.bind`).
    pub(super) bound: u16,
    /// Whether [`MemberChecks`] must check the next member.
    pub(super) has_next_check: bool,
    /// Whether an undeclared property other than `error` was read.
    has_property: bool,
    checks: Option<Box<MemberChecks<'de>>>,
}

impl<'de> UndeclaredMembers<'de> {
    pub(super) const fn new() -> Self {
        UndeclaredMembers {
            dynamic: MemberIndex::new(),
            annotations: MemberIndex::new(),
            control: MemberIndex::new(),
            has_begun: false,
            bound: UNKNOWN,
            has_next_check: false,
            has_property: false,
            checks: None,
        }
    }

    /// Returns the checks of members against each other, if there are any.
    pub(super) fn checks(&self) -> Option<&MemberChecks<'de>> {
        self.checks.as_deref()
    }

    /// Returns the checks of members against each other. The first call turns them on.
    pub(super) fn checks_mut(&mut self) -> &mut MemberChecks<'de> {
        self.checks.get_or_insert_default()
    }

    /// Returns the type that a type annotation gives the items of a collection, which is read now.
    pub(super) fn take_item_type(&mut self, collection: &str) -> Option<Arc<str>> {
        let item_type = self.checks_mut().take_item_type(collection);
        self.has_next_check = self.checks_mut().has_next_check();
        item_type
    }

    /// Checks the order of a member that is not a declared property, in an ordered payload.
    pub(super) fn check_order<E: de::Error>(
        &mut self,
        name: &str,
        declared: &'static StructuredType,
        seen: &Seen,
    ) -> Result<(), E> {
        if !read_policy().streaming {
            return Ok(());
        }
        let is_first = !self.has_begun && seen.is_empty();
        let bound = self.bound;
        let checks = self.checks_mut();
        let result = checks.check_order(
            MemberName::parse(name),
            SeenProperties::Of(declared, seen, bound),
            is_first,
        );
        self.has_next_check = self.checks_mut().has_next_check();
        result.map_err(|rule| at_name(name, out_of_order(rule)))
    }

    /// Rejects an object that is an error body: no property but `error`. `is_empty` is whether it has neither a type tag nor a declared
    /// property.
    pub(super) fn check_error_body<E: de::Error>(
        &self,
        declared: &'static StructuredType,
        is_empty: bool,
    ) -> Result<(), E> {
        let Some(error) = self.checks().and_then(|it| it.error.as_deref()) else {
            return Ok(());
        };
        if is_empty && !self.has_property {
            return Err(error_body::error_body(error));
        }
        if rejects_undeclared(declared, read_policy()) {
            return Err(undeclared(declared, error_body::ERROR));
        }
        Ok(())
    }
}

/// Reads the value of an undeclared member.
#[inline(never)]
pub(super) fn read<'de, A: MapAccess<'de>>(
    declared: &'static StructuredType,
    state: &mut UndeclaredMembers<'de>,
    seen: &Seen,
    mut bags_mut: BagsMut<'_>,
    name: Cow<'de, str>,
    map: &mut A,
) -> Result<(), A::Error> {
    let policy = read_policy();
    state.check_order(&name, declared, seen)?;
    state.has_begun = true;
    let is_property = matches!(MemberName::parse(&name), MemberName::Property(_));
    let is_error = is_property && name == error_body::ERROR;
    if is_property && !name.is_empty() && rejects_undeclared(declared, policy) {
        // An unknown parameter of an action is an error. The options apply to the values of the parameters.
        match nested_policy().map(|it| it.undeclared) {
            Some(UndeclaredPolicy::Keep) if !declared.denies_undeclared() => {}
            Some(UndeclaredPolicy::Skip) if !declared.denies_undeclared() => {
                bags_mut.dynamic = None;
            }
            _ if is_error => {}
            _ => return Err(undeclared(declared, &name)),
        }
    }
    let text = match map.next_value_seed(captured::Captured) {
        Ok(text) => text,
        Err(error) => return Err(at_name(&name, error)),
    };
    if is_error && error_body::is_error(&text) {
        state.checks_mut().error = Some(text.clone());
    } else if is_error && rejects_undeclared(declared, policy) {
        return Err(undeclared(declared, &name));
    }
    state.has_property |= is_property && !is_error;
    store(declared, state, seen, bags_mut, &name, &text).map_err(|error| at_name(&name, error))
}

/// Stores a value in the bag that it belongs to.
fn store<'de, E: de::Error>(
    declared: &'static StructuredType,
    state: &mut UndeclaredMembers<'de>,
    seen: &Seen,
    mut bags_mut: BagsMut<'_>,
    name: &str,
    text: &str,
) -> Result<(), E> {
    let policy = read_policy();
    let parsed = MemberName::parse(name);
    let text = &*check(Some(declared), name, text)?;
    let field = match parsed.own_control(policy.version) {
        Some("etag") => bags_mut.etag.take(),
        Some("id") => bags_mut.id.take(),
        _ => None,
    };
    if let Some(field) = field {
        return fill(field, name, text);
    }
    if let Some(checks) = state.checks() {
        checks.check_type(name, text)?;
    }
    if parsed.control(policy.version) == Some("type") && !parsed.target().is_empty() {
        state.check_type_tag(declared, seen, &bags_mut, parsed.target(), text)?;
    }
    if parsed.control(policy.version) == Some("mediaContentType")
        && declared
            .property(parsed.target())
            .is_some_and(Property::is_stream)
    {
        state.checks_mut().add_media_type(parsed.target(), text);
    }
    let is_control = match parsed {
        MemberName::Operation { .. } => true,
        parsed => parsed.control(policy.version).is_some(),
    };
    let (bag, index) = match parsed {
        MemberName::Property(_) if policy.undeclared == UndeclaredPolicy::Skip => {
            return scan::check_captured(text);
        }
        MemberName::Property(_) => (bags_mut.dynamic.map(|bag| &mut bag.0), &mut state.dynamic),
        _ if is_control && bags_mut.control.is_some() => {
            (bags_mut.control.map(|bag| &mut bag.0), &mut state.control)
        }
        // An annotation is never dropped if there is a bag.
        _ if !is_control && bags_mut.annotations.is_none() => {
            (bags_mut.dynamic.map(|bag| &mut bag.0), &mut state.dynamic)
        }
        _ => (
            bags_mut.annotations.map(|bag| &mut bag.members),
            &mut state.annotations,
        ),
    };
    match bag {
        Some(members) => {
            let value = RawJson::from_captured(text)?;
            index.put(members, &canonical_name(name, policy.version), value)
        }
        None => scan::check_captured(text),
    }
}

impl UndeclaredMembers<'_> {
    /// Checks the value that a type annotation belongs to: now if it was read, else when it is read.
    fn check_type_tag<E: de::Error>(
        &mut self,
        declared: &'static StructuredType,
        seen: &Seen,
        bags_mut: &BagsMut<'_>,
        target: &str,
        tag: &str,
    ) -> Result<(), E> {
        let is_untyped = match declared.property(target) {
            Some(property) if property.is_structured() => {
                let item_type = item_type(tag);
                if (declared.index(target)).is_some_and(|index| seen.contains(index)) {
                    return check_late_type(property, &item_type);
                }
                self.checks_mut().add_item_type(target, item_type);
                self.has_next_check = true;
                return Ok(());
            }
            Some(property) => property.is_untyped(),
            None => true,
        };
        if !is_untyped {
            return Ok(());
        }
        let dynamic = bags_mut.dynamic.as_deref().map(|bag| &bag.0);
        let annotations = bags_mut.annotations.as_deref().map(|bag| &bag.members);
        let found = |members: Option<&Members>, index: &MemberIndex| {
            let members = members?;
            let position = index.find(members, target)?;
            members
                .value_at(position)
                .map(|value| value.as_str().to_owned())
        };
        let value = found(dynamic, &self.dynamic).or_else(|| found(annotations, &self.annotations));
        if let Some(value) = value {
            value_type::check(tag, &value)?;
        }
        let checks = self.checks_mut();
        checks.add_type_tag(target, tag);
        self.has_next_check = self.checks_mut().has_next_check();
        Ok(())
    }
}

/// Fills a field for an etag or an id; an id may be null (JSON 4.01 §4.5.8).
fn fill<E: de::Error>(field: &mut Option<String>, name: &str, text: &str) -> Result<(), E> {
    if field.is_some() {
        return Err(duplicate(name));
    }
    *field = serde_json::from_str(text).map_err(|error| from_replayed(&error))?;
    Ok(())
}

/// Returns the type of the items that the type annotation of a collection names, as JSON text.
fn item_type(tag: &str) -> Arc<str> {
    let tag = unescape(tag).unwrap_or_default();
    let item = tag
        .split_once("Collection(")
        .and_then(|(_, item)| item.strip_suffix(')'));
    item.unwrap_or_default().into()
}

/// Rejects a type annotation that follows the items and gives them another type than the declared one, with which they were read.
fn check_late_type<E: de::Error>(property: &Property, item_type: &str) -> Result<(), E> {
    if is_same_name(property.type_name(), item_type) {
        return Ok(());
    }
    Err(late_type(item_type))
}

/// Returns the error for a type annotation that follows the items of a collection, which it gives another type than the declared one.
#[cold]
pub(crate) fn late_type<E: de::Error>(item_type: &str) -> E {
    new_error(
        ErrorKind::Order,
        format_args!(
            "the type annotation gives the items before it the type `{item_type}`; write the annotation before the items"
        ),
    )
}

/// Checks a member of an object that the protocol defines. Returns its value as it is stored.
pub(crate) fn check_member<'t, E: de::Error>(name: &str, text: &'t str) -> Result<Cow<'t, str>, E> {
    check(None, name, text)
}

/// Checks the name and the value of a member, whichever bag it belongs to. Returns the value as it is stored: with the annotations inside
/// it in order.
pub(super) fn check<'t, E: de::Error>(
    declared: Option<&'static StructuredType>,
    name: &str,
    text: &'t str,
) -> Result<Cow<'t, str>, E> {
    if name.is_empty() {
        return Err(new_error(
            ErrorKind::InvalidName,
            "the name of a member is empty",
        ));
    }
    let parsed = MemberName::parse(name);
    control::check(declared, parsed, text)?;
    if is_nested_delta(name) && !parsed.is_annotation(read_policy().version) {
        let property = declared.and_then(|it| it.property(parsed.target()));
        described::check_nested(property, text)?;
    }
    inner_values::check(text)
}
