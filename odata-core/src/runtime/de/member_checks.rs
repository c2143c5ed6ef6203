//! Checks that involve several members of an object.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use serde::de;

use crate::{
    dynamic::{MemberName, TYPE_TAG, canonical_name},
    error::ErrorKind,
    runtime::de::{
        inline_stream,
        member::Member,
        member_order::{MemberOrder, SeenProperties, out_of_order},
        value_type,
    },
    session::{at_name, new_error, read_policy},
};

/// The state for checking the members of an object against each other. Few objects require it.
#[derive(Default)]
pub(super) struct MemberChecks<'de> {
    pub(super) order: MemberOrder,
    /// The type annotations of members that are not checked when they are read, by member.
    type_tags: HashMap<Box<str>, Box<str>>,
    /// The collections that were not read yet, and the types of their items that their type annotations name.
    item_types: Vec<(Box<str>, Arc<str>)>,
    /// The media types of streams, by property.
    media_types: HashMap<Box<str>, Box<str>>,
    /// The annotation that must be the next member, because its type was the last.
    awaited: Option<Box<str>>,
    /// Values of untyped properties and streams: the annotation that determines their form may follow them.
    pub(super) deferred: Vec<Member<'de>>,
    /// The undeclared property `error`, if its value is that of an OData error.
    pub(super) error: Option<Cow<'de, str>>,
}

impl<'de> MemberChecks<'de> {
    /// Returns whether the next member must be checked, whichever it is.
    pub(super) fn has_next_check(&self) -> bool {
        self.awaited.is_some() || self.order.has_group() || !self.item_types.is_empty()
    }

    /// Records the type that a type annotation gives the items of a declared collection.
    pub(super) fn add_item_type(&mut self, collection: &str, item_type: Arc<str>) {
        self.item_types.push((collection.into(), item_type));
    }

    /// Returns the type of the items of a collection, which is read now.
    pub(super) fn take_item_type(&mut self, collection: &str) -> Option<Arc<str>> {
        let position = self
            .item_types
            .iter()
            .position(|(it, _)| **it == *collection)?;
        Some(self.item_types.swap_remove(position).1)
    }

    /// Rejects the next member if the object requires a certain annotation at this position, and the member is not it.
    pub(super) fn check_awaited<E: de::Error>(&mut self, name: &str) -> Result<(), E> {
        match self.awaited.take() {
            Some(awaited) if *awaited != *canonical_name(name, read_policy().version) => {
                Err(not_annotated(&awaited))
            }
            _ => Ok(()),
        }
    }

    /// Rejects the end of the object if the object requires an annotation at this position.
    pub(super) fn check_end<E: de::Error>(&mut self) -> Result<(), E> {
        match self.awaited.take() {
            Some(awaited) => Err(not_annotated(&awaited)),
            None => Ok(()),
        }
    }

    /// Records the type annotation of a member.
    pub(super) fn add_type_tag(&mut self, target: &str, tag: &str) {
        if target.contains('@') && read_policy().strict_annotations {
            self.awaited = Some(canonical_name(target, read_policy().version).into());
        }
        self.type_tags.insert(target.into(), tag.into());
    }

    /// Records the media type of a stream, as JSON text.
    pub(super) fn add_media_type(&mut self, target: &str, media_type: &str) {
        self.media_types.insert(target.into(), media_type.into());
    }

    /// Checks a value against the type annotation that was read before it.
    pub(super) fn check_type<E: de::Error>(&self, name: &str, value: &str) -> Result<(), E> {
        match self.type_tags.get(name) {
            Some(tag) => value_type::check(tag, value),
            None => Ok(()),
        }
    }

    /// Checks the deferred values against their type annotations, wherever those were.
    pub(super) fn check_deferred<E: de::Error>(&self) -> Result<(), E> {
        self.deferred.iter().try_for_each(|Member { name, value }| {
            self.check_type(name, value)
                .and_then(|()| match self.media_types.get(&**name) {
                    Some(media_type) => inline_stream::check(media_type, value),
                    None => Ok(()),
                })
                .map_err(|error| at_name(name, error))
        })
    }

    /// Checks the order of a property in an ordered payload.
    pub(super) fn check_property_order<E: de::Error>(&mut self, name: &str) -> Result<(), E> {
        if read_policy().streaming {
            self.order.property(name).map_err(out_of_order)
        } else {
            Ok(())
        }
    }

    /// Checks the order of a member that is not a declared property, in an ordered payload. The error is the rule that it breaks.
    pub(super) fn check_order(
        &mut self,
        name: MemberName<'_>,
        seen: SeenProperties<'_>,
        is_first: bool,
    ) -> Result<(), &'static str> {
        match name {
            MemberName::Property(name) => self.order.property(name),
            name => self.order.member(name, seen, is_first),
        }
    }
}

/// Returns the error, which points at the object: the annotation itself may be absent.
#[cold]
fn not_annotated<E: de::Error>(annotation: &str) -> E {
    new_error(
        ErrorKind::Order,
        format_args!(
            "`{annotation}` must immediately follow its type annotation `{annotation}{TYPE_TAG}`"
        ),
    )
}
