//! The order of an ordered payload (`streaming=true`; JSON 4.01 §4.4).

use std::collections::HashMap;

use serde::de;

use crate::{
    dynamic::MemberName,
    error::ErrorKind,
    model::StructuredType,
    runtime::de::seen::Seen,
    session::{new_error, read_policy},
};

/// The order of the members of an object, from its first undeclared member or annotation on.
#[derive(Debug, Default)]
pub(super) struct MemberOrder {
    /// The property whose annotations are read.
    group: Option<Box<str>>,
    /// The properties that were read, and those whose annotations were read without the property.
    past: HashMap<Box<str>, PastMember>,
    /// Whether annotations of a property were read.
    has_group: bool,
    /// Whether a member was read that must follow the type of the object.
    is_past_type: bool,
}

/// The declared properties that were read before the order was checked.
#[derive(Clone, Copy)]
pub(super) enum SeenProperties<'a> {
    /// The type declares no properties.
    None,
    /// The index is that of a navigation property of which only a link was read. Its annotations may follow.
    Of(&'static StructuredType, &'a Seen, u16),
}

impl SeenProperties<'_> {
    fn has_any(self) -> bool {
        match self {
            SeenProperties::None => false,
            SeenProperties::Of(_, seen, _) => !seen.is_empty(),
        }
    }

    fn contains(self, name: &str) -> bool {
        match self {
            SeenProperties::None => false,
            SeenProperties::Of(declared, seen, bound) => declared
                .index(name)
                .is_some_and(|index| index != bound && seen.contains(index)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PastMember {
    Property,
    Annotations,
}

const ANNOTATIONS_FIRST: &str = "the annotations of a property immediately precede the property";

impl MemberOrder {
    /// Returns whether annotations of a property were read. All later members must be checked.
    pub(super) fn has_group(&self) -> bool {
        self.has_group
    }

    /// Checks a property against the annotations before it. The error is the rule that it breaks.
    pub(super) fn property(&mut self, name: &str) -> Result<(), &'static str> {
        match self.group.take() {
            Some(group) if *group == *name => {}
            Some(group) => _ = self.past.insert(group, PastMember::Annotations),
            None => {}
        }
        // A repeated property is found elsewhere.
        match self.past.insert(name.into(), PastMember::Property) {
            Some(PastMember::Annotations) => Err(ANNOTATIONS_FIRST),
            _ => Ok(()),
        }
    }

    /// Checks a member that is not a property. `seen` are the declared properties that were read. The error is the rule that it breaks.
    pub(super) fn member(
        &mut self,
        name: MemberName<'_>,
        seen: SeenProperties<'_>,
        is_first: bool,
    ) -> Result<(), &'static str> {
        let control = name.control(read_policy().version);
        let property = name.annotated_property();
        if property.is_empty() {
            let has_property = seen.has_any() || self.group.is_some() || !self.past.is_empty();
            if let Some(group) = self.group.take() {
                self.past.insert(group, PastMember::Annotations);
            }
            let own_control = control.filter(|_| name.target().is_empty());
            // In a delta, `removed` precedes the type (JSON 4.01 §15.3).
            let is_past_type = self.is_past_type;
            self.is_past_type |= !matches!(own_control, Some("context" | "removed"));
            return match own_control {
                Some("type") if is_past_type => Err("the type precedes everything but the context"),
                Some("context") if !is_first => Err("the context is the first member"),
                Some("type" | "id" | "etag") if has_property => {
                    Err("the type, the id and the etag precede all properties")
                }
                _ => Ok(()),
            };
        }
        if self.group.as_deref() == Some(property) {
            return Ok(());
        }
        let past = self.past.get(property).copied();
        if let Some(group) = self.group.take() {
            self.past.insert(group, PastMember::Annotations);
        }
        match past.or_else(|| seen.contains(property).then_some(PastMember::Property)) {
            // The next link of a collection may follow it.
            Some(PastMember::Property) if control == Some("nextLink") => Ok(()),
            Some(_) => Err(ANNOTATIONS_FIRST),
            None => {
                self.has_group = true;
                self.group = Some(property.into());
                Ok(())
            }
        }
    }
}

/// Returns the error for a member that breaks a rule of the order.
#[cold]
pub(super) fn out_of_order<E: de::Error>(rule: &str) -> E {
    new_error(
        ErrorKind::Order,
        format_args!("out of order in an ordered payload: {rule}"),
    )
}
