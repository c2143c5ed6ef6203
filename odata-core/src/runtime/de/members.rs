//! The loop over the members of an object, shared by all resource types.

use std::{borrow::Cow, mem};

use serde::de::{self, MapAccess};

use crate::{
    dynamic::TYPE_TAG,
    error::ErrorKind,
    model::{StructuredType, type_flag},
    raw::captured,
    runtime::{
        de::{
            control,
            erased_builder::ErasedBuilder,
            inner_values,
            key::{BorrowedName, Name},
            member::Member,
            member_index,
            progress::Progress,
            tag::TagSeed,
            undeclared,
        },
        navigation,
        slot::Slot,
    },
    session::{ContextTypeScope, at_name, new_error, read_policy},
};

/// Reads all members that are left.
#[inline]
pub(super) fn read_members<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
) -> Result<(), A::Error> {
    if builder.declared.has_flag(type_flag::UNTYPED) {
        read_checked_members(builder, progress, map, 0)
    } else {
        read_unchecked_members(builder, progress, map, 0)
    }
}

/// Reads the member whose name was read last, then all members that are left.
#[inline(never)]
pub(super) fn read_members_from<'de, A: MapAccess<'de>>(
    name: &'de str,
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
) -> Result<(), A::Error> {
    let mut is_checked =
        builder.declared.has_flag(type_flag::UNTYPED) || progress.undeclared.has_next_check;
    let found = builder.lookup(0).index(name);
    match found {
        Some(index) if is_checked => read_checked_property(builder, progress, map, index)?,
        Some(index) => read_declared(builder, progress, map, index)?,
        None => {
            read_checked_other(builder, progress, map, Cow::Borrowed(name))?;
            is_checked |= progress.undeclared.has_next_check;
        }
    }
    let next = found.map_or(0, |it| it + 1);
    if is_checked {
        read_checked_members(builder, progress, map, next)
    } else {
        read_unchecked_members(builder, progress, map, next)
    }
}

/// Reads all members that are left. `next` is the index of the property that is expected next.
#[inline(never)]
fn read_unchecked_members<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    next: u16,
) -> Result<(), A::Error> {
    let mut lookup = builder.lookup(next);
    let mut escaped = String::new();
    // Nothing else uses this seed: a parser's code for it is then inlined here.
    while let Some(borrowed) = map.next_key_seed(BorrowedName(&mut escaped))? {
        let name = borrowed.unwrap_or(&escaped);
        if let Some(index) = lookup.index(name) {
            read_declared(builder, progress, map, index)?;
        } else if name == TYPE_TAG {
            read_tag(builder, progress, map)?;
        } else {
            let name = borrowed.map_or_else(|| mem::take(&mut escaped).into(), Cow::Borrowed);
            read_other(builder, progress, map, name)?;
            if progress.undeclared.has_next_check {
                return read_checked_members(builder, progress, map, lookup.next());
            }
        }
    }
    Ok(())
}

/// Reads all members that are left and checks each against the members before it.
#[cold]
#[inline(never)]
fn read_checked_members<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    next: u16,
) -> Result<(), A::Error> {
    let mut lookup = builder.lookup(next);
    while let Some(name) = map.next_key_seed(Name)? {
        if let Some(index) = lookup.index(&name) {
            read_checked_property(builder, progress, map, index)?;
        } else if name == TYPE_TAG {
            if progress.undeclared.has_next_check {
                progress.undeclared.checks_mut().check_awaited(TYPE_TAG)?;
            }
            read_tag(builder, progress, map)?;
        } else {
            read_checked_other(builder, progress, map, name)?;
        }
    }
    if progress.undeclared.has_next_check {
        progress.undeclared.checks_mut().check_end()?;
    }
    Ok(())
}

/// Reads a member that is not a declared property, after its check against the members before it.
fn read_checked_other<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    name: Cow<'de, str>,
) -> Result<(), A::Error> {
    if progress.undeclared.has_next_check {
        progress.undeclared.checks_mut().check_awaited(&name)?;
    }
    read_other(builder, progress, map, name)
}

/// Reads the value of a declared property, or captures it if its form depends on an annotation.
fn read_checked_property<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    index: u16,
) -> Result<(), A::Error> {
    let Some(property) = builder.declared.property_at(index) else {
        return read_declared(builder, progress, map, index);
    };
    let is_deferred = property.depends_on_annotation() && !progress.is_replay;
    if progress.undeclared.has_next_check || is_deferred {
        let checks = progress.undeclared.checks_mut();
        checks.check_awaited(property.name())?;
        checks
            .check_property_order(property.name())
            .map_err(|error| at_name(property.name(), error))?;
    }
    if !is_deferred {
        let item_type = match progress.undeclared.has_next_check {
            true => progress.undeclared.take_item_type(property.name()),
            false => None,
        };
        // The items are two levels below: the array, and the item in it.
        let _scope = ContextTypeScope::below(item_type, 2).map(ContextTypeScope::bounding);
        return read_declared(builder, progress, map, index);
    }
    let captured = map.next_value_seed(captured::Captured);
    let value = captured
        .and_then(|value| {
            if property.is_stream() {
                Ok(value)
            } else {
                in_order(value)
            }
        })
        .map_err(|error| at_name(property.name(), error))?;
    progress.undeclared.checks_mut().deferred.push(Member {
        name: Cow::Borrowed(property.name()),
        value,
    });
    Ok(())
}

/// Checks the annotations inside an untyped value, and puts them in order.
fn in_order<E: de::Error>(value: Cow<'_, str>) -> Result<Cow<'_, str>, E> {
    match inner_values::check(&value)? {
        Cow::Owned(ordered) => Ok(Cow::Owned(ordered)),
        Cow::Borrowed(_) => Ok(value),
    }
}

/// Reads the value of a declared property.
#[inline]
fn read_declared<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    index: u16,
) -> Result<(), A::Error> {
    if !progress.seen.insert(index) {
        return Err(duplicate_property(builder.declared, index));
    }
    builder
        .read_property(index, map)
        .map_err(|error| at_property(builder.declared, index, error))
}

#[cold]
fn duplicate_property<E: de::Error>(declared: &'static StructuredType, index: u16) -> E {
    let error = match declared.property_at(index) {
        Some(property) if property.is_navigation() => repeated_value(declared, index),
        property => member_index::duplicate(property.map_or("?", |it| it.name())),
    };
    at_property(declared, index, error)
}

#[cold]
fn at_property<E>(declared: &'static StructuredType, index: u16, error: E) -> E {
    match declared.property_at(index) {
        Some(property) => at_name(property.name(), error),
        None => error,
    }
}

/// Reads a member whose name is neither declared nor `@odata.type`; the options may make it one of them.
#[inline(never)]
fn read_other<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    name: Cow<'de, str>,
) -> Result<(), A::Error> {
    let policy = read_policy();
    if control::is_tag(&name, policy.version) {
        return read_tag(builder, progress, map);
    }
    if let Some(slot) = navigation::slot(builder.declared, &name, policy.version) {
        return read_navigation_member(builder, progress, map, &name, slot);
    }
    if policy.case_insensitive_properties
        && let Some(index) = builder.declared.index_ignoring_case(&name)
    {
        return read_checked_property(builder, progress, map, index);
    }
    let bound = if name.ends_with("bind") || name.ends_with("delta") {
        navigation::bound_property(builder.declared, &name, policy.version)
    } else {
        None
    };
    if let Some(index) = bound {
        record_bound_value(builder.declared, progress, index)
            .map_err(|error| at_name(&name, error))?;
    }
    undeclared::read(
        builder.declared,
        &mut progress.undeclared,
        &progress.seen,
        builder.bags_mut(),
        name,
        map,
    )
}

/// Records that a link or a nested delta is the value of a navigation property, which then has no other (JSON 4.01 §8.5, §15.2).
#[cold]
fn record_bound_value<E: de::Error>(
    declared: &'static StructuredType,
    progress: &mut Progress<'_>,
    index: u16,
) -> Result<(), E> {
    if progress.undeclared.bound == index {
        // The link is a duplicate, which is an error of its own.
        return Ok(());
    }
    if !progress.seen.insert(index) {
        return Err(repeated_value(declared, index));
    }
    progress.undeclared.bound = index;
    Ok(())
}

/// Returns the error for a navigation property with two values, or with a value and a link.
#[cold]
fn repeated_value<E: de::Error>(declared: &'static StructuredType, index: u16) -> E {
    let name = declared.property_at(index).map_or("?", |it| it.name());
    new_error(
        ErrorKind::Duplicate,
        format_args!("the navigation property `{name}` has more than one value or link"),
    )
}

/// Reads control information of a navigation property into the field of the property.
fn read_navigation_member<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
    name: &str,
    slot: Slot,
) -> Result<(), A::Error> {
    progress
        .undeclared
        .check_order(name, builder.declared, &progress.seen)?;
    progress.undeclared.has_begun = true;
    builder
        .read_slot(slot, map)
        .map_err(|error| at_name(name, error))
}

/// Reads the type tag of an object of this type.
#[inline(never)]
fn read_tag<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress<'de>,
    map: &mut A,
) -> Result<(), A::Error> {
    let declared = builder.declared;
    let result = map.next_value_seed(TagSeed).and_then(|tag| {
        if progress.has_tag {
            return Err(member_index::duplicate(TYPE_TAG));
        }
        progress.has_tag = true;
        if progress.likely_tag == Some(tag.name()) {
            // The variant was chosen by this name.
            progress.likely_tag = None;
        } else {
            tag.check_type(declared)?;
        }
        builder.store_version(&tag);
        Ok(())
    });
    result.map_err(|error| at_name(TYPE_TAG, error))?;
    progress
        .undeclared
        .check_order(TYPE_TAG, declared, &progress.seen)?;
    progress.undeclared.has_begun = true;
    Ok(())
}

/// Skips the value of a property that no level has.
#[cold]
pub fn skip_value<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<de::IgnoredAny>().map(|_| ())
}
