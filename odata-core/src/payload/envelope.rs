//! The envelope: the members beside the `value` of a collection or an individual property.

use std::{borrow::Cow, sync::Arc};

use serde::{
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    codec::{RawJson, ReadAs, WriteAs, read_required},
    dynamic::{Annotations, DynamicProperties, MemberName, is_wanted, write_members},
    error::ErrorKind,
    options::UndeclaredPolicy,
    protocol::{MetadataLevel, Version},
    raw::{captured, scan, unescape},
    runtime::{MemberIndex, Name, check_member, de::member_index::duplicate, write_member},
    session::{
        ContextTypeScope, Level, at_name, context_type, from_replayed, missing_member, new_error,
        new_mismatch, read_policy, write_policy,
    },
};

/// The name of the member that holds the items or the value.
pub(crate) const VALUE: &str = "value";

/// The members beside the items of a collection: what [`json::Items::trailer`](crate::json::Items::trailer) and
/// [`Collection::into_parts`](crate::Collection::into_parts) return.
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
/// Source: JSON 4.01 §4.5 and §13.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Envelope {
    /// `context` (JSON 4.01 §4.5.1), unparsed: see [`ContextUrl`](crate::protocol::context_url::ContextUrl).
    pub context: Option<String>,
    /// `count` (JSON 4.01 §4.5.4): the number of items on all pages, if the request has `$count=true`.
    pub count: Option<i64>,
    /// `nextLink` (JSON 4.01 §4.5.5): the URL of the next page.
    pub next_link: Option<String>,
    /// `deltaLink` (JSON 4.01 §4.5.7): the URL of later changes. Only the last page has one.
    pub delta_link: Option<String>,
    /// Other control information and annotations, in order, each with its exact JSON.
    pub annotations: Annotations,
    /// Members that the format does not define, in order, each with its exact JSON.
    pub undeclared: DynamicProperties,
}

/// An envelope that is being read.
#[derive(Default)]
pub(crate) struct EnvelopeBuilder {
    pub(crate) envelope: Envelope,
    annotations: MemberIndex,
    undeclared: MemberIndex,
    /// Whether the count and the links have fields.
    is_collection: bool,
    has_members: bool,
    has_value: bool,
    /// The type that a type annotation of the collection gives its items.
    item_type: Option<Arc<str>>,
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
    const fn levels_to_value(&self) -> u16 {
        if self.is_collection { 2 } else { 1 }
    }

    /// Records that `value` is read. Rejects a second one.
    pub(crate) fn begin_value<E: de::Error>(&mut self) -> Result<(), E> {
        self.has_members = true;
        if std::mem::replace(&mut self.has_value, true) {
            return Err(duplicate(VALUE));
        }
        Ok(())
    }

    /// Adds any other member.
    pub(crate) fn add<E: de::Error>(&mut self, name: &str, text: &str) -> Result<(), E> {
        check_member(name, text)?;
        let policy = read_policy();
        let control = MemberName::parse(name).own_control(policy.version);
        if policy.streaming {
            self.check_order(control)?;
        }
        self.has_members = true;
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
            Some("type") if self.is_collection => self.item_type = item_type(text)?,
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

    /// Rejects what an ordered payload forbids (JSON 4.01 §4.4): a context that is not first, a count after the items.
    fn check_order<E: de::Error>(&self, control: Option<&str>) -> Result<(), E> {
        let problem = match control {
            Some("context") if self.has_members => "the context comes first",
            Some("count") if self.has_value => "the count comes before the items",
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

/// Reads an envelope and, by the codec `C`, its value.
pub(crate) fn read<'de, C, T, A>(
    mut map: A,
    mut builder: EnvelopeBuilder,
) -> Result<(T, Envelope), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    let _level = Level::enter()?;
    let mut value = None;
    while let Some(name) = map.next_key_seed(Name)? {
        read_member::<C, T, A>(&mut map, &mut builder, &mut value, &name)
            .map_err(|error| at_name(&name, error))?;
    }
    builder.check_complete()?;
    let value = value.ok_or_else(|| missing_member(VALUE))?;
    Ok((value, builder.envelope))
}

fn read_member<'de, C, T, A>(
    map: &mut A,
    builder: &mut EnvelopeBuilder,
    value: &mut Option<T>,
    name: &Cow<'de, str>,
) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    if name == VALUE {
        builder.begin_value()?;
        let context = context_type::named_by(builder.envelope.context.as_deref());
        let annotated = builder.item_type.clone();
        let levels = builder.levels_to_value();
        let _context_type = match annotated {
            Some(_) => ContextTypeScope::below(annotated, levels).map(ContextTypeScope::bounding),
            None => ContextTypeScope::below(context, levels),
        };
        return read_required::<C, T, A>(value, map);
    }
    let text = map.next_value_seed(captured::Captured)?;
    builder.add(name, &text)
}

/// Returns the type of the items that the type annotation of a collection names; `None` if they are primitive. Rejects the type of a
/// single value.
fn item_type<E: de::Error>(text: &str) -> Result<Option<Arc<str>>, E> {
    let tag = unescape(text).unwrap_or_default();
    let name = tag.rsplit_once('#').map_or(&*tag, |(_, name)| name);
    match name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'))
    {
        Some(item) => Ok(item.contains('.').then(|| item.into())),
        None => Err(new_mismatch(
            ErrorKind::InvalidType,
            format_args!("{tag:?} is not the type of a collection"),
            "a type such as \"#Collection(namespace.type)\"",
            &*tag,
        )),
    }
}

fn set_url<E: de::Error>(field: &mut Option<String>, name: &str, text: &str) -> Result<(), E> {
    let value = serde_json::from_str(text).map_err(|error| from_replayed(&error))?;
    match field.replace(value) {
        Some(_) => Err(duplicate(name)),
        None => Ok(()),
    }
}

/// The text is a count: `check_member` has accepted it. IEEE754Compatible puts it in quotes (JSON 4.01 §3.2).
fn set_count<E: de::Error>(field: &mut Option<i64>, name: &str, text: &str) -> Result<(), E> {
    let value = text.trim_matches('"').parse().map_err(E::custom)?;
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

/// The two names of control information: that of 4.0, that of 4.01.
type Spellings = [&'static str; 2];
pub(crate) const CONTEXT: Spellings = ["@odata.context", "@context"];
pub(crate) const COUNT: Spellings = ["@odata.count", "@count"];
pub(crate) const NEXT_LINK: Spellings = ["@odata.nextLink", "@nextLink"];
pub(crate) const DELTA_LINK: Spellings = ["@odata.deltaLink", "@deltaLink"];

/// Writes control information under its name in the version being written. `metadata=none` includes only the next link and the count
/// (JSON 4.01 §3.1.3).
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
    let is_included = spellings == NEXT_LINK || spellings == COUNT;
    if policy.metadata == Some(MetadataLevel::None) && !is_included {
        return Ok(());
    }
    let [v4, v401] = spellings;
    let name = if policy.version >= Version::V401 {
        v401
    } else {
        v4
    };
    write_member::<C, T, M>(map, name, value)
}

/// Writes other control information, unless at `metadata=none`, and annotations.
pub(crate) fn write_annotations<M: SerializeMap>(
    map: &mut M,
    annotations: &Annotations,
) -> Result<(), M::Error> {
    let policy = write_policy();
    let is_included = |name: &str| {
        let is_excluded = policy.metadata == Some(MetadataLevel::None)
            && matches!(MemberName::parse(name), MemberName::Control { .. });
        !is_excluded && is_wanted(name)
    };
    let included = annotations.iter().filter(|(name, _)| is_included(name));
    write_members(map, included, policy.version)
}
