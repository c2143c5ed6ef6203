//! The variant of an object: by its type tag, the context URL, or the declared type.

use std::borrow::Cow;

use serde::de::{self, MapAccess};

use super::{
    ReadHierarchy,
    tagged_input::PartialObject,
    type_errors::{Declared, missing_tag, unknown_tag},
};
use crate::{
    dynamic::TYPE_TAG,
    error::ErrorKind,
    model::VariantTypes,
    protocol::ContextUrl,
    raw::{NameAndTag, unescape},
    runtime::de::{
        buffered_members::BufferedMembers,
        control, error_body,
        key::Name,
        tag::{Tag, TagSeed},
    },
    session::{at_name, context_type, find_late_tag, looks_ahead, new_mismatch, read_policy},
};

/// A variant and the name of its type; `None` is the `other` variant.
pub(crate) type Chosen = Option<(u16, &'static str)>;

/// Returns the variant of an object; `None` for the `other` variant.
#[inline]
pub(crate) fn choose<'de, H: ReadHierarchy<'de>, E: de::Error>(
    object: &mut PartialObject<'de>,
) -> Result<Chosen, E> {
    let Some(tag) = &object.tag else {
        return choose_untagged::<H, E>(object);
    };
    let chosen = by_tag::<H, E>(tag);
    let chosen = if context_type::is_bound() {
        chosen.and_then(|it| check_bound(it, H::TYPES))
    } else {
        chosen
    };
    chosen.map_err(|error| at_name(TYPE_TAG, error))
}

/// Returns the variant of an object without a type tag, all of whose members were captured.
#[inline(never)]
fn choose_untagged<'de, H: ReadHierarchy<'de>, E: de::Error>(
    object: &mut PartialObject<'de>,
) -> Result<Chosen, E> {
    if let Some(found) = by_cast::<H>(&object.early) {
        object.is_named_by_context = true;
        return Ok(Some(found));
    }
    check_error_body::<H, E>(&object.early)?;
    // The context of the collection may name the type, and a concrete declared type needs no tag.
    let chosen = match default_variant::<H>() {
        Some(found) => Some(found),
        None => missing_tag(Declared::of::<H>()).map(|()| None)?,
    };
    if context_type::is_bound() {
        check_bound(chosen, H::TYPES)
    } else {
        Ok(chosen)
    }
}

/// Returns the variant for the tag that was found in the text.
type ByIndex = fn(&BufferedMembers<'_>, Option<&str>) -> Chosen;

/// Captures the members before the type tag: none if it is the first member.
///
/// Where the tag is found in the text, only control information is captured, and the result is the variant.
#[inline(never)]
pub(crate) fn search<'de, A: MapAccess<'de>>(
    object: &mut PartialObject<'de>,
    map: &mut A,
    by_index: ByIndex,
) -> Result<Chosen, A::Error> {
    let mut is_first = true;
    while let Some((name, likely)) = next_name(map, is_first)? {
        if name == TYPE_TAG || is_tag(&name) {
            let tag = match likely {
                Some(text) => Tag::new(Cow::Borrowed(text)),
                None => map.next_value_seed(TagSeed),
            };
            object.tag = Some(tag.map_err(|error| at_name(TYPE_TAG, error))?);
            return Ok(None);
        }
        if is_first && !name.starts_with('@') {
            is_first = false;
            if let Cow::Borrowed(text) = name {
                let found = match likely {
                    Some(_) => by_index(&object.early, likely),
                    None => find_late_tag(text, |tag| by_index(&object.early, tag))?,
                };
                if found.is_some() {
                    (object.name, object.likely_type) = (Some(text), likely);
                    return Ok(found);
                }
            }
        }
        object.early.read(name, map)?;
    }
    Ok(None)
}

/// A name, and the text of the tag that was read with it or the type that was found by looking ahead.
type NameAndType<'de> = (Cow<'de, str>, Option<&'de str>);

/// Reads a name and, if it is that of the first member, the text of the tag or the type that was found by looking ahead.
#[inline]
fn next_name<'de, A: MapAccess<'de>>(
    map: &mut A,
    is_first: bool,
) -> Result<Option<NameAndType<'de>>, A::Error> {
    if is_first && looks_ahead() {
        map.next_key_seed(NameAndTag)
    } else {
        Ok(map.next_key_seed(Name)?.map(|name| (name, None)))
    }
}

/// Returns the variant for a tag, which is `None` for an object without one. Returns `None` if the members must be captured.
pub(crate) fn by_index<'de, H: ReadHierarchy<'de>>(
    early: &BufferedMembers<'_>,
    tag: Option<&str>,
) -> Chosen {
    if context_type::is_bound() {
        return None;
    }
    match tag {
        Some(tag) => H::find(tag),
        None if early.context().is_none() => default_variant::<H>(),
        None => None,
    }
}

/// Returns whether the name is another spelling of `@odata.type`.
fn is_tag(name: &str) -> bool {
    name.starts_with('@') && control::is_tag(name, read_policy().version)
}

/// Returns the variant for a type tag; `None` for the `other` variant.
fn by_tag<'de, H: ReadHierarchy<'de>, E: de::Error>(tag: &Tag<'_>) -> Result<Chosen, E> {
    match H::find(tag.name()) {
        Some(found) => Ok(Some(found)),
        None => unknown_tag(tag, Declared::of::<H>()).map(|()| None),
    }
}

/// Rejects an item whose type does not derive from the type that the annotation of its collection names.
#[cold]
fn check_bound<E: de::Error>(chosen: Chosen, types: VariantTypes) -> Result<Chosen, E> {
    let (Some((_, name)), Some(bound)) = (chosen, context_type::find(|it| Some(it.to_owned())))
    else {
        return Ok(chosen);
    };
    let mut is_derived = true;
    types.for_each(&mut |it| {
        if it.name == name {
            is_derived = it.chain().any(|it| it.is_named(&bound));
        }
    });
    if is_derived {
        return Ok(chosen);
    }
    Err(new_mismatch(
        ErrorKind::NotDerived,
        format_args!(
            "`{name}` is not derived from `{bound}`, the type of the items that the annotation of their collection names"
        ),
        format!("a type derived from `{bound}`"),
        name,
    ))
}

/// Returns the variant for a value whose context URL has a type cast, which names the type (Protocol 4.01 §10; JSON 4.01 §4.5.1).
#[inline(never)]
fn by_cast<'de, H: ReadHierarchy<'de>>(early: &BufferedMembers<'de>) -> Chosen {
    ContextUrl::parse(&unescape(early.context()?)?)
        .type_name()
        .and_then(H::find)
}

/// Rejects an error body, unless a type of the hierarchy declares a property `error`.
#[inline(never)]
fn check_error_body<'de, H: ReadHierarchy<'de>, E: de::Error>(
    members: &BufferedMembers<'_>,
) -> Result<(), E> {
    let mut declares_error = H::BASE.property(error_body::ERROR).is_some();
    H::TYPES.for_each(&mut |it| declares_error |= it.property(error_body::ERROR).is_some());
    if declares_error {
        return Ok(());
    }
    error_body::check(members.properties())
}

/// Returns the variant for a value without a type tag: that of the context, that with `default`, or that of the declared type.
fn default_variant<'de, H: ReadHierarchy<'de>>() -> Chosen {
    let declared = || {
        if H::BASE.is_abstract() {
            None
        } else {
            H::find(H::BASE.name)
        }
    };
    context_type::find(H::find).or(H::DEFAULT).or_else(declared)
}
