//! An envelope that is being read: one member after the other, with the rules about their order and number.

use std::mem;

use serde::{Deserialize, de};

use crate::{
    codec::RawJson,
    dynamic::{MemberName, TYPE_TAG},
    edm::Primitive,
    error::ErrorKind,
    options::UndeclaredPolicy,
    payload::{
        content_type::{Relation, relation},
        envelope::{
            Envelope, VALUE,
            annotated_type::{Annotated, ContentType},
        },
    },
    raw::scan,
    runtime::{
        MemberIndex, check_member,
        de::{member_index::duplicate, undeclared::late_type, value_type},
    },
    session::{
        at_name, context_type, from_replayed, missing_member, new_error, new_mismatch, read_policy,
    },
};

/// An envelope that is being read.
#[derive(Default)]
pub(crate) struct EnvelopeBuilder {
    pub(crate) envelope: Envelope,
    annotations: MemberIndex,
    undeclared: MemberIndex,
    /// Whether the count and the links have fields.
    pub(crate) is_collection: bool,
    has_members: bool,
    has_value: bool,
    /// The type annotation of the value.
    pub(crate) annotated: Option<Annotated>,
    /// The value of an individual property whose Rust type may hold any type, for a type annotation that follows it.
    pub(crate) untyped: Option<Box<str>>,
}

impl EnvelopeBuilder {
    pub(crate) fn for_collection() -> EnvelopeBuilder {
        EnvelopeBuilder {
            is_collection: true,
            ..EnvelopeBuilder::default()
        }
    }

    pub(crate) fn for_property() -> EnvelopeBuilder {
        EnvelopeBuilder::default()
    }

    /// Returns the number of levels from the envelope to the value, or to an item.
    pub(crate) const fn levels_to_value(&self) -> u16 {
        if self.is_collection { 2 } else { 1 }
    }

    /// Records that `value` is read. Rejects a second one.
    pub(crate) fn begin_value<E: de::Error>(&mut self) -> Result<(), E> {
        self.has_members = true;
        if mem::replace(&mut self.has_value, true) {
            return Err(duplicate(VALUE));
        }
        Ok(())
    }

    /// Adds any other member.
    pub(crate) fn add<E: de::Error>(&mut self, name: &str, text: &str) -> Result<(), E> {
        let text = &*check_member(name, text)?;
        let policy = read_policy();
        let control = MemberName::parse(name).own_control(policy.version);
        if policy.streaming {
            self.check_order(control)?;
        }
        self.has_members = true;
        if control == Some("type") {
            self.annotate(text)?;
        }
        let envelope = &mut self.envelope;
        match control {
            Some("context") => return set_url(&mut envelope.context, name, text),
            Some("nextLink") if self.is_collection => {
                check_exclusive(envelope.delta_link.is_some())?;
                return set_url(&mut envelope.next_link, name, text);
            }
            Some("deltaLink") if self.is_collection => {
                check_exclusive(envelope.next_link.is_some())?;
                return set_url(&mut envelope.delta_link, name, text);
            }
            Some("count") if self.is_collection => {
                return set_count(&mut envelope.count, name, text);
            }
            _ => {}
        }
        if name.contains(['@', '#']) {
            let value = RawJson::from_captured(text)?;
            return self
                .annotations
                .put(&mut envelope.annotations.members, name, value);
        }
        match policy.undeclared {
            UndeclaredPolicy::Keep => {
                let value = RawJson::from_captured(text)?;
                self.undeclared.put(&mut envelope.undeclared.0, name, value)
            }
            UndeclaredPolicy::Skip => scan::check_captured(text),
            UndeclaredPolicy::Error => Err(new_mismatch(
                ErrorKind::Undeclared,
                format_args!("unknown member `{name}` beside `{VALUE}`"),
                "control information and annotations",
                name,
            )),
        }
    }

    /// Records the type annotation of the value.
    fn annotate<E: de::Error>(&mut self, tag: &str) -> Result<(), E> {
        let mut annotated = Annotated::parse(tag)?;
        if self.is_collection && !annotated.is_collection {
            return Err(new_mismatch(
                ErrorKind::InvalidType,
                format_args!("{tag} is not the type of a collection"),
                "a type such as \"#Collection(namespace.type)\"",
                tag,
            ));
        }
        annotated.follows_value = self.has_value;
        if let Some(value) = &self.untyped {
            value_type::check(tag, value)?;
        }
        self.annotated = Some(annotated);
        Ok(())
    }

    /// Returns the type of the value or the items that an annotation before them, or the context, names.
    pub(crate) fn content_type(&self) -> Option<ContentType> {
        let (type_name, is_bound) = match &self.annotated {
            // A name without a dot is that of a primitive type, and primitive items have no tags to check.
            Some(annotated) => {
                let is_named = annotated.is_collection && annotated.name.contains('.');
                (is_named.then(|| annotated.name.clone()), true)
            }
            None => (
                context_type::named_by(self.envelope.context.as_deref()),
                false,
            ),
        };
        Some(ContentType {
            type_name: type_name?,
            is_bound,
        })
    }

    /// Checks the type annotation against `T`, the type of the value. Returns `true` if the annotated type can be checked only against the
    /// value itself.
    pub(crate) fn check_annotation<'de, T: Deserialize<'de>, E: de::Error>(
        &self,
    ) -> Result<bool, E> {
        let Some(annotated) = &self.annotated else {
            return Ok(false);
        };
        match relation::<T>(&annotated.name, annotated.is_collection) {
            Relation::Other => Err(annotated.mismatch()),
            Relation::Unknown => Ok(true),
            Relation::Derived if annotated.follows_value => Err(late_type(&annotated.name)),
            Relation::Derived | Relation::Same => Ok(false),
        }
    }

    /// Checks the text of an item against the type annotation, if it names a primitive type.
    pub(crate) fn check_item<E: de::Error>(&self, text: &str) -> Result<(), E> {
        match &self.annotated {
            Some(annotated) if Primitive::from_name(&annotated.name).is_some() => {
                value_type::check(&format!("\"#{}\"", annotated.name), text)
            }
            _ => Ok(()),
        }
    }

    /// Checks a type annotation that followed the value.
    pub(crate) fn check_late_annotation<'de, T: Deserialize<'de>, E: de::Error>(
        &self,
    ) -> Result<(), E> {
        match &self.annotated {
            Some(annotated) if annotated.follows_value => self
                .check_annotation::<T, E>()
                .map(drop)
                .map_err(|error| at_name(TYPE_TAG, error)),
            _ => Ok(()),
        }
    }

    /// Rejects what an ordered payload forbids (JSON 4.01 §4.4): a context that is not first, a count or a type after the items.
    fn check_order<E: de::Error>(&self, control: Option<&str>) -> Result<(), E> {
        let problem = match control {
            Some("context") if self.has_members => "the context is the first member",
            Some("count") if self.has_value => "the count precedes the items",
            Some("type") if self.has_value => "the type precedes the value",
            _ => return Ok(()),
        };
        Err(new_error(
            ErrorKind::Order,
            format_args!("out of order in an ordered payload: {problem}"),
        ))
    }

    /// Rejects an envelope without `value`.
    pub(crate) fn check_complete<E: de::Error>(&self) -> Result<(), E> {
        if self.has_value {
            return Ok(());
        }
        Err(missing_member(VALUE))
    }
}

fn set_url<E: de::Error>(field: &mut Option<String>, name: &str, text: &str) -> Result<(), E> {
    let url = serde_json::from_str(text).map_err(|error| from_replayed(&error))?;
    set(field, name, url)
}

/// The text is a count: `check_member` has accepted it. IEEE754Compatible puts it in quotes (JSON 4.01 §3.2).
fn set_count<E: de::Error>(field: &mut Option<i64>, name: &str, text: &str) -> Result<(), E> {
    set(
        field,
        name,
        text.trim_matches('"').parse().map_err(E::custom)?,
    )
}

fn set<T, E: de::Error>(field: &mut Option<T>, name: &str, value: T) -> Result<(), E> {
    match field.replace(value) {
        Some(_) => Err(duplicate(name)),
        None => Ok(()),
    }
}

/// Rejects two links: only the last page has a delta link, and it has no next link (JSON 4.01 §4.5.7).
fn check_exclusive<E: de::Error>(has_other: bool) -> Result<(), E> {
    if has_other {
        return Err(new_error(
            ErrorKind::Value,
            "a page cannot have both a next link and a delta link",
        ));
    }
    Ok(())
}
