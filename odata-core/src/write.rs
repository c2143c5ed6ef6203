//! Writing: base first, declaration order, straight into the serializer.

use serde::{Serializer, ser::SerializeMap};

use crate::{
    Annotations, ControlInformation, DynamicProperties, MetadataLevel, control,
    json::options::WritePolicy,
    model::{StructuredType, says},
    navigation::member::WriteRelated,
    read::TYPE_TAG,
    resource::ODataResource,
    scope,
    text::Quoted,
    version::Version,
};

mod codec;
mod level;

use codec::As;
pub use codec::WriteAs;
pub use level::{Below, Level, NoBase, Parts, Root};

/// How a resource type is written: by the derive.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to `{Self}`"
)]
pub trait WriteResource: ODataResource {
    /// [`Root`], or [`Below`] its base.
    type Level: Level<Self>;
    /// Writes the declared properties, the base's first.
    fn fields<M: SerializeMap>(&self, members: &mut Members<M>);
    /// What no level declares.
    #[inline(always)]
    fn bags(&self) -> Bags<'_> {
        Self::Level::base(self).map_or(Bags::NONE, WriteResource::bags)
    }
}

/// What a type writes whose derive found mistakes; it never compiles far enough to be called.
pub fn nothing<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit()
}

/// The bags of a chain.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bags<'a> {
    /// `#[odata(dynamic_properties)]`.
    pub dynamic: Option<&'a DynamicProperties>,
    /// `#[odata(annotations)]`.
    pub annotations: Option<&'a Annotations>,
    /// `#[odata(control)]`.
    pub control: Option<&'a ControlInformation>,
    /// `#[odata(etag)]`.
    pub etag: Option<&'a Option<String>>,
    /// `#[odata(id)]`.
    pub id: Option<&'a Option<String>>,
}

impl Bags<'_> {
    /// None at all.
    pub const NONE: Bags<'static> = Bags {
        dynamic: None,
        annotations: None,
        control: None,
        etag: None,
        id: None,
    };
}

/// Writes a resource where its type is declared: what every derived `Serialize` calls.
pub fn resource<T: WriteResource, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    object(value, None, serializer)
}

/// How a variant of a hierarchy is written.
pub trait WriteVariant {
    /// Writes it where `declared` is.
    fn write<S: Serializer>(&self, declared: &str, serializer: S) -> Result<S::Ok, S::Error>;
}

impl<T: WriteResource> WriteVariant for T {
    fn write<S: Serializer>(&self, declared: &str, serializer: S) -> Result<S::Ok, S::Error> {
        object(self, Some(declared), serializer)
    }
}

/// Writes a value where its own type is declared, or a base that is called `declared`.
///
/// JSON format 4.01, section 4.4: the tag, then what else is control information, then the properties.
fn object<T: WriteResource, S: Serializer>(
    value: &T,
    declared: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let bags = value.bags();
    begin(&mut map, StructuredType::of::<T>(), declared, &bags)?;
    let mut members = Members { map, failure: None };
    value.fields(&mut members);
    if let Some(error) = members.failure {
        return Err(error);
    }
    if let Some(dynamic) = bags.dynamic {
        dynamic.0.write(&mut members.map)?;
    }
    members.map.end()
}

/// What comes before the properties.
#[inline(never)]
fn begin<M: SerializeMap>(
    map: &mut M,
    of: &'static StructuredType,
    declared: Option<&str>,
    bags: &Bags<'_>,
) -> Result<(), M::Error> {
    let policy = scope::write_policy();
    let tagged = match policy.metadata {
        None => of.says(says::TAGGED),
        Some(MetadataLevel::None) => false,
        Some(MetadataLevel::Minimal) => declared.is_some_and(|declared| of.name != declared),
        Some(MetadataLevel::Full) => true,
    };
    let in_context = bags
        .annotations
        .is_some_and(Annotations::has_type_in_context);
    if tagged && !in_context {
        map.serialize_entry(tag_name(policy), &Quoted(of.tag))?;
    }
    if let Some(Some(id)) = bags.id {
        map.serialize_entry(&*control::spelt("@odata.id", policy.version), id)?;
    }
    if let Some(Some(etag)) = bags.etag {
        map.serialize_entry(&*control::spelt("@odata.etag", policy.version), etag)?;
    }
    if let Some(control) = bags.control {
        control.write(map, policy.version)?;
    }
    if let Some(annotations) = bags.annotations
        && !annotations.is_empty()
    {
        annotations.write(map, policy.version)?;
    }
    Ok(())
}

fn tag_name(policy: WritePolicy) -> &'static str {
    if policy.version >= Version::V401 {
        "@type"
    } else {
        TYPE_TAG
    }
}

/// The members of an object while they are written, up to the first failure.
///
/// That is kept here: a `?` after each property of each type would be most of what the compiler has to do for writing.
#[derive(Debug)]
pub struct Members<M: SerializeMap> {
    map: M,
    failure: Option<M::Error>,
}

impl<M: SerializeMap> Members<M> {
    /// Keeps the first failure. Out of line, for the sake of those who do not fail.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, error: M::Error) {
        self.failure = Some(error);
    }
}

/// Writes a property, unless it is absent.
pub(crate) fn put<C, T, M>(map: &mut M, name: &'static str, value: &T) -> Result<(), M::Error>
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    if C::is_absent(value) {
        return Ok(());
    }
    map.serialize_entry(name, &As::<C, T>::new(value))
}

/// Writes a property, unless it is absent. Out of line, as [`set`](crate::read::set): all fields of a type share one copy.
#[inline(never)]
pub fn property<C, T, M>(members: &mut Members<M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    // Absence first, since it is the common case; `put` after the other question makes more instructions of it.
    if C::is_absent(value) || members.failure.is_some() {
        return;
    }
    if let Err(error) = members.map.serialize_entry(name, &As::<C, T>::new(value)) {
        members.fail(error);
    }
}

/// Writes the members of a navigation property.
#[inline]
pub fn related<N, M>(members: &mut Members<M>, name: &'static str, field: &N)
where
    N: WriteRelated,
    M: SerializeMap,
{
    if members.failure.is_none()
        && let Err(error) = field.write(name, &mut members.map)
    {
        members.fail(error);
    }
}
