//! The object around a `value`: what a collection or an individual property carries beside its content.

use std::borrow::Cow;

use serde::{
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    codec::{ReadAs, WriteAs, raw_json::RawJson, seed::read_required},
    dynamic::{
        annotations::{Annotations, is_wanted},
        control::value_kind::{Key, write_members},
        properties::DynamicProperties,
    },
    error::ErrorKind,
    options::UndeclaredPolicy,
    protocol::{media_type::MetadataLevel, version::Version},
    raw::{captured, scan},
    runtime::{
        de::{
            control::own_name,
            key::Name,
            undeclared::{MemberIndex, check_member, duplicate},
        },
        ser::put,
    },
    session::{
        context_type,
        context_type::ContextTypeScope,
        depth::Level,
        failure::{from_replayed, new_error, new_mismatch},
        policy::{read_policy, write_policy},
        trace::{at_name, missing_member},
    },
};

/// The member that holds the content.
pub(crate) const VALUE: &str = "value";

/// What a collection carries beside its items: the trailer that [`json::Items`](crate::json::Items) gives, and the rest of a
/// [`Collection`](crate::Collection).
///
/// ```
/// use odata_core::{Collection, payload::Envelope};
///
/// let page: Collection<i32> = odata_core::json::from_str(r#"{"@odata.count":5,"value":[1,2],"@odata.nextLink":"n"}"#)?;
/// let (items, envelope): (Vec<i32>, Envelope) = page.into_parts();
/// assert_eq!(items, [1, 2]);
/// assert_eq!((envelope.count, envelope.next_link.as_deref()), (Some(5), Some("n")));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: OData JSON Format 4.01, sections 4.5 and 13.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Envelope {
    /// `context` (section 4.5.1), as it came: see [`ContextUrl`](crate::context::ContextUrl).
    pub context: Option<String>,
    /// `count` (section 4.5.4): the items of all pages together, by `$count=true`.
    pub count: Option<i64>,
    /// `nextLink` (section 4.5.5): where the next page is.
    pub next_link: Option<String>,
    /// `deltaLink` (section 4.5.7): where to ask for changes later; only the last page has one.
    pub delta_link: Option<String>,
    /// Other control information and annotations, in order and exact.
    pub annotations: Annotations,
    /// Members that the format does not define, in order and exact.
    pub undeclared: DynamicProperties,
}

/// An envelope of which members are still coming.
#[derive(Default)]
pub(crate) struct EnvelopeBuilder {
    pub(crate) envelope: Envelope,
    annotations: MemberIndex,
    undeclared: MemberIndex,
    /// Links and a count have fields of their own.
    is_collection: bool,
    began: bool,
    has_value: bool,
}

impl EnvelopeBuilder {
    pub(crate) fn of_collection() -> EnvelopeBuilder {
        EnvelopeBuilder {
            is_collection: true,
            ..EnvelopeBuilder::default()
        }
    }

    pub(crate) fn of_property() -> EnvelopeBuilder {
        EnvelopeBuilder::default()
    }

    /// How many levels an item, or the value, is below the envelope.
    const fn levels_to_items(&self) -> u16 {
        if self.is_collection { 2 } else { 1 }
    }

    /// Notes that `value` is here.
    pub(crate) fn begin_value<E: de::Error>(&mut self) -> Result<(), E> {
        self.began = true;
        if std::mem::replace(&mut self.has_value, true) {
            return Err(duplicate(VALUE));
        }
        Ok(())
    }

    /// Takes any other member.
    pub(crate) fn keep<E: de::Error>(&mut self, name: &str, text: &str) -> Result<(), E> {
        check_member(name, text)?;
        let policy = read_policy();
        let control = own_name(name, policy.version);
        if policy.streaming {
            self.check_order(control)?;
        }
        self.began = true;
        let envelope = &mut self.envelope;
        match control {
            Some("context") => return fill(&mut envelope.context, name, text),
            Some("nextLink") if self.is_collection => {
                exclusive(envelope.delta_link.is_some())?;
                return fill(&mut envelope.next_link, name, text);
            }
            Some("deltaLink") if self.is_collection => {
                exclusive(envelope.next_link.is_some())?;
                return fill(&mut envelope.delta_link, name, text);
            }
            Some("count") if self.is_collection => {
                return count(&mut envelope.count, name, text);
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
                format_args!("there is no `{name}` beside `{VALUE}`"),
                "control information and annotations",
                name,
            )),
        }
    }

    /// An ordered payload (section 4.4): the context first, the count before the items.
    fn check_order<E: de::Error>(&self, control: Option<&str>) -> Result<(), E> {
        let problem = match control {
            Some("context") if self.began => "the context comes first",
            Some("count") if self.has_value => "the count comes before the items",
            _ => return Ok(()),
        };
        Err(new_error(
            ErrorKind::Order,
            format_args!("out of order in an ordered payload: {problem}"),
        ))
    }

    /// Refuses an envelope whose last member has come, and no `value`.
    pub(crate) fn check_complete<E: de::Error>(&self) -> Result<(), E> {
        if self.has_value {
            return Ok(());
        }
        Err(missing_member(VALUE))
    }
}

/// Reads an envelope, its content in the codec's way.
pub(crate) fn read<'de, C, T, A>(
    mut map: A,
    mut reading: EnvelopeBuilder,
) -> Result<(T, Envelope), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    let _level = Level::enter()?;
    let mut content = None;
    while let Some(name) = map.next_key_seed(Name)? {
        member::<C, T, A>(&mut map, &mut reading, &mut content, &name)
            .map_err(|error| at_name(&name, error))?;
    }
    reading.check_complete()?;
    // Where it is complete, `value` has been read.
    let content = content.ok_or_else(|| de::Error::missing_field(VALUE))?;
    Ok((content, reading.envelope))
}

fn member<'de, C, T, A>(
    map: &mut A,
    reading: &mut EnvelopeBuilder,
    content: &mut Option<T>,
    name: &Cow<'de, str>,
) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    if name == VALUE {
        reading.begin_value()?;
        let context = reading.envelope.context.as_deref();
        let levels = reading.levels_to_items();
        let _context_type = ContextTypeScope::below(context_type::named_by(context), levels);
        return read_required::<C, T, A>(content, map);
    }
    let text = map.next_value_seed(captured::Captured)?;
    reading.keep(name, &text)
}

fn fill<E: de::Error>(field: &mut Option<String>, name: &str, text: &str) -> Result<(), E> {
    let value = serde_json::from_str(text).map_err(|error| from_replayed(&error))?;
    match field.replace(value) {
        Some(_) => Err(duplicate(name)),
        None => Ok(()),
    }
}

/// The name's own check has seen that it is a count, perhaps in quotes (section 3.2).
fn count<E: de::Error>(field: &mut Option<i64>, name: &str, text: &str) -> Result<(), E> {
    let value = text.trim_matches('"').parse().map_err(E::custom)?;
    match field.replace(value) {
        Some(_) => Err(duplicate(name)),
        None => Ok(()),
    }
}

/// Only the last page has a delta link, and it has no next one (section 4.5.7).
fn exclusive<E: de::Error>(has_other: bool) -> Result<(), E> {
    if has_other {
        return Err(new_error(
            ErrorKind::Value,
            "a page has a next link or a delta link, not both",
        ));
    }
    Ok(())
}

/// The two spellings of control information, 4.0's first.
type Spellings = [&'static str; 2];
pub(crate) const CONTEXT: Spellings = ["@odata.context", "@context"];
pub(crate) const COUNT: Spellings = ["@odata.count", "@count"];
pub(crate) const NEXT_LINK: Spellings = ["@odata.nextLink", "@nextLink"];
pub(crate) const DELTA_LINK: Spellings = ["@odata.deltaLink", "@deltaLink"];

/// Writes control information under its name in the version being written, and at `metadata=none` only what that keeps: the next
/// link and the count (section 3.1.3).
pub(crate) fn write_control<C, T, M>(
    map: &mut M,
    spellings: Spellings,
    value: &T,
) -> Result<(), M::Error>
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    let policy = write_policy();
    let is_kept = spellings == NEXT_LINK || spellings == COUNT;
    if policy.metadata == Some(MetadataLevel::None) && !is_kept {
        return Ok(());
    }
    let [v4, v401] = spellings;
    let name = if policy.version >= Version::V401 {
        v401
    } else {
        v4
    };
    put::<C, T, M>(map, name, value)
}

/// Writes other control information and annotations; the former not at `metadata=none`.
pub(crate) fn write_annotations<M: SerializeMap>(
    map: &mut M,
    annotations: &Annotations,
) -> Result<(), M::Error> {
    let policy = write_policy();
    let stays = |name: &str| {
        let is_left_out = policy.metadata == Some(MetadataLevel::None)
            && matches!(Key::parse(name), Some(Key::Control { .. }));
        !is_left_out && is_wanted(name)
    };
    let kept = annotations.iter().filter(|(name, _)| stays(name));
    write_members(map, kept, policy.version)
}
