//! The envelope: the members beside the `value` of a collection or an individual property.

use std::{borrow::Cow, sync::Arc};

use serde::{
    Deserialize,
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    codec::{CodecSeed, RawJson, ReadAs, WriteAs, read_required},
    dynamic::{Annotations, DynamicProperties, MemberName, is_wanted, write_members},
    edm::Primitive,
    error::ErrorKind,
    options::UndeclaredPolicy,
    payload::content_type::{Relation, relation},
    protocol::{MetadataLevel, Version},
    raw::{captured, scan, unescape},
    runtime::{
        MemberIndex, Name, check_member,
        de::{member_index::duplicate, replay, undeclared::late_type, value_type},
        write_member,
    },
    session::{
        ContextTypeScope, Level, at_name, context_type, from_replayed, missing_member, new_error,
        new_mismatch, read_policy, remaining_depth, write_policy,
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
    /// The type annotation of the value.
    annotated: Option<Annotated>,
    /// The value of an individual property whose Rust type may hold any type, for a type annotation that follows it.
    untyped: Option<Box<str>>,
}

/// A type annotation.
struct Annotated {
    /// The annotation, as JSON text.
    tag: Box<str>,
    /// The name of the type, or of the type of the items.
    name: Arc<str>,
    is_collection: bool,
    follows_value: bool,
}

impl Annotated {
    fn parse<E: de::Error>(tag: &str) -> Result<Annotated, E> {
        let text = unescape(tag).unwrap_or_default();
        value_type::check_name(&text)?;
        let name = text.rsplit_once('#').map_or(&*text, |(_, name)| name);
        let item = name
            .strip_prefix("Collection(")
            .and_then(|it| it.strip_suffix(')'));
        Ok(Annotated {
            tag: tag.into(),
            name: item.unwrap_or(name).into(),
            is_collection: item.is_some(),
            follows_value: false,
        })
    }

    /// Returns the error for a type that is not that of the value.
    #[cold]
    fn mismatch<E: de::Error>(&self) -> E {
        let what = if self.is_collection { "items" } else { "value" };
        new_mismatch(
            ErrorKind::NotDerived,
            format_args!(
                "the type annotation names `{}`, which is not the type of the {what}",
                self.name
            ),
            "the declared type",
            &*self.name,
        )
    }
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

    /// Begins the value, or the items, with the type that the annotation before it or the context names.
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

    /// Checks the type annotation against `T`, the type of the value. Returns whether only the value itself shows whether it has the
    /// annotated type.
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
                .map_err(|error| at_name(CONTROL_TYPE, error)),
            _ => Ok(()),
        }
    }

    /// Rejects what an ordered payload forbids (JSON 4.01 §4.4): a context that is not first, a count or a type after the items.
    fn check_order<E: de::Error>(&self, control: Option<&str>) -> Result<(), E> {
        let problem = match control {
            Some("context") if self.has_members => "the context comes first",
            Some("count") if self.has_value => "the count comes before the items",
            Some("type") if self.has_value => "the type comes before the value",
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

/// The type that an envelope names for what it contains.
pub(crate) struct ContentType {
    type_name: Arc<str>,
    /// Whether values of types that do not derive from it are rejected.
    is_bound: bool,
}

impl ContentType {
    /// Gives values in which `level` levels remain the type, until the result is dropped.
    pub(crate) fn at(content: Option<&ContentType>, level: u16) -> Option<ContextTypeScope> {
        let content = content?;
        let scope = ContextTypeScope::at(Some(content.type_name.clone()), level)?;
        Some(match content.is_bound {
            true => scope.bounding(),
            false => scope,
        })
    }
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

/// The name of the type annotation, for errors.
const CONTROL_TYPE: &str = "@odata.type";

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
