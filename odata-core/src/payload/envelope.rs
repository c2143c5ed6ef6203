//! The envelope: the members beside the `value` of a collection or an individual property.

use std::borrow::Cow;

use serde::{Deserialize, de::MapAccess};

use crate::{
    codec::{CodecSeed, ReadAs, read_required},
    dynamic::{Annotations, DynamicProperties},
    payload::{
        content_type::{Relation, relation},
        envelope::{annotated_type::ContentType, builder::EnvelopeBuilder},
    },
    raw::{captured, scan},
    runtime::{
        Name,
        de::{replay, value_type},
    },
    session::{Level, at_name, missing_member, remaining_depth},
};

pub(crate) mod annotated_type;
pub(crate) mod builder;
pub(crate) mod write;

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

/// Reads an envelope and, by the codec `C`, its value.
pub(crate) fn read<'de, C, T, A>(
    mut map: A,
    mut builder: EnvelopeBuilder,
) -> Result<(T, Envelope), A::Error>
where
    C: ReadAs<'de, T>,
    T: Deserialize<'de>,
    A: MapAccess<'de>,
{
    let _level = Level::enter()?;
    let mut value = None;
    while let Some(name) = map.next_key_seed(Name)? {
        read_member::<C, T, A>(&mut map, &mut builder, &mut value, &name)
            .map_err(|error| at_name(&name, error))?;
    }
    builder.check_complete()?;
    builder.check_late_annotation::<T, A::Error>()?;
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
    T: Deserialize<'de>,
    A: MapAccess<'de>,
{
    if name == VALUE {
        builder.begin_value()?;
        let content = builder.content_type();
        let level = remaining_depth().checked_sub(builder.levels_to_value());
        let _content_type = level.and_then(|level| ContentType::at(content.as_ref(), level));
        // The type annotation may follow the value of an individual property.
        let is_untyped = builder.check_annotation::<T, A::Error>()?
            || (!builder.is_collection && relation::<T>("", false) == Relation::Unknown);
        if is_untyped {
            return read_untyped::<C, T, A>(map, builder, value);
        }
        return read_required::<C, T, A>(value, map);
    }
    let text = map.next_value_seed(captured::Captured)?;
    builder.add(name, &text)
}

/// Reads a value whose Rust type may hold any type, and checks it against the type annotation.
#[cold]
fn read_untyped<'de, C, T, A>(
    map: &mut A,
    builder: &mut EnvelopeBuilder,
    value: &mut Option<T>,
) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    let text = map.next_value_seed(captured::Captured)?;
    scan::check_captured(&text)?;
    if let Some(annotated) = &builder.annotated {
        value_type::check(&annotated.tag, &text)?;
    }
    builder.untyped = (!builder.is_collection).then(|| (&*text).into());
    *value = Some(replay::captured(text, CodecSeed::<C, T>::NEW)?);
    Ok(())
}
