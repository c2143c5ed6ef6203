//! Writing: base first, declaration order, straight into the serializer.

use serde::{Serializer, ser::SerializeMap};

use crate::{
    dynamic::{
        annotations::Annotations,
        control,
        control::{ControlInformation, TYPE_TAG, turn::Turn},
        properties::DynamicProperties,
    },
    model::{
        odata_resource::ODataResource,
        structured_type::{StructuredType, type_flag},
    },
    options::WritePolicy,
    protocol::{media_type::MetadataLevel, version::Version},
    raw::quoted::Quoted,
    runtime::navigation::WriteRelated,
    session::policy::write_policy,
};

pub(crate) mod level;

use crate::codec::seed::Encoded;
pub(crate) use crate::{codec::WriteAs, runtime::ser::level::ChainLevel};

/// How a resource type is written: by the derive.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to `{Self}`"
)]
pub trait WriteResource: ODataResource {
    /// [`Root`](level::Root), or [`DerivedFrom`](level::DerivedFrom) the base.
    type Level: ChainLevel<Self>;
    /// Writes the declared properties, the base's first.
    fn fields<M: SerializeMap>(&self, members: &mut Members<M>);
    /// What no level declares.
    #[inline(always)]
    fn bags(&self) -> Bags<'_> {
        match Self::Level::base(self) {
            Some(base) => base.bags(),
            None => Bags::NONE,
        }
    }
}

/// What a type writes whose derive found mistakes; it never compiles far enough to be called.
pub fn write_nothing<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
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

    /// Whether [`write`](Self::write) writes nothing.
    #[inline]
    fn are_empty(&self) -> bool {
        self.control.is_none_or(ControlInformation::is_empty)
            && self.annotations.is_none_or(Annotations::is_empty)
    }

    /// Writes what is kept of control information and annotations and whose turn it is. Out of line, since most resources have none.
    #[inline(never)]
    fn write<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
        turn: Turn,
    ) -> Result<(), M::Error> {
        if let Some(control) = self.control {
            control.write(map, version, turn)?;
        }
        match self.annotations {
            Some(annotations) => annotations.write(map, version, turn),
            None => Ok(()),
        }
    }
}

/// Writes a resource where its type is declared: what every derived `Serialize` calls.
pub fn write_resource<T: WriteResource, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    object(&value, StructuredType::of::<T>(), None, serializer)
}

/// How a variant of a hierarchy is written.
pub trait WriteVariant {
    /// Writes it where `declared` is.
    fn write<S: Serializer>(&self, declared: &str, serializer: S) -> Result<S::Ok, S::Error>;
}

impl<T: WriteResource> WriteVariant for T {
    fn write<S: Serializer>(&self, declared: &str, serializer: S) -> Result<S::Ok, S::Error> {
        object(&self, StructuredType::of::<T>(), Some(declared), serializer)
    }
}

/// What [`object`] must know of a type that is written into an `M`.
trait Fields<M: SerializeMap> {
    /// See [`WriteResource::fields`].
    fn write(&self, members: &mut Members<M>);
    /// See [`WriteResource::bags`].
    fn all_bags(&self) -> Bags<'_>;
}

/// Of a reference, since that has no destructor for a vtable to name: with `T`'s own, each unit of code generation that writes a type would
/// hold how it is dropped.
impl<T: WriteResource, M: SerializeMap> Fields<M> for &T {
    fn write(&self, members: &mut Members<M>) {
        self.fields(members);
    }

    fn all_bags(&self) -> Bags<'_> {
        // Most types keep nothing: what is not called is not compiled.
        if const { T::TYPE.has_flag(type_flag::BAGS) } {
            self.bags()
        } else {
            Bags::NONE
        }
    }
}

/// Writes a value where its own type is declared, or a base that is called `declared`. It exists once for each serializer: a type adds no
/// more than its properties.
///
/// JSON format 4.01, section 4.4: the context, the tag, then what else is control information, then the properties.
#[inline(never)]
fn object<S: Serializer>(
    fields: &dyn Fields<S::SerializeMap>,
    of: &'static StructuredType,
    declared: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let bags = fields.all_bags();
    let mut map = serializer.serialize_map(None)?;
    begin(&mut map, of, declared, &bags)?;
    let mut members = Members { map, failure: None };
    fields.write(&mut members);
    if let Some(error) = members.failure {
        return Err(error);
    }
    if let Some(dynamic) = bags.dynamic {
        dynamic.0.write(&mut members.map)?;
    }
    members.map.end()
}

/// What comes before the properties.
fn begin<M: SerializeMap>(
    map: &mut M,
    of: &'static StructuredType,
    declared: Option<&str>,
    bags: &Bags<'_>,
) -> Result<(), M::Error> {
    let policy = write_policy();
    let tagged = match policy.metadata {
        None => of.has_flag(type_flag::TAGGED),
        Some(MetadataLevel::None) => false,
        Some(MetadataLevel::Minimal) => declared.is_some_and(|declared| of.name != declared),
        Some(MetadataLevel::Full) => true,
    };
    let are_empty = bags.are_empty();
    let in_context = !are_empty
        && bags
            .annotations
            .is_some_and(Annotations::has_type_in_context);
    if !are_empty {
        bags.write(map, policy.version, Turn::BeforeType)?;
    }
    if tagged && !in_context {
        map.serialize_entry(tag_name(policy), &Quoted(of.tag))?;
    }
    if let Some(Some(id)) = bags.id {
        map.serialize_entry(&*control::wire_name("@odata.id", policy.version), id)?;
    }
    if let Some(Some(etag)) = bags.etag {
        map.serialize_entry(&*control::wire_name("@odata.etag", policy.version), etag)?;
    }
    if are_empty {
        Ok(())
    } else {
        bags.write(map, policy.version, Turn::AfterType)
    }
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
    /// BagField the first failure. Out of line, for the sake of those who do not fail.
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
    map.serialize_entry(name, &Encoded::<C, T>::new(value))
}

/// Writes a property, unless it is absent. Not inlined, like [`read_field`](crate::codec::seed::read_field): all fields of a type share one copy.
#[inline(never)]
pub fn write_property<C, T, M>(members: &mut Members<M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    // Absence first, since it is the common case; `put` after the other question makes more instructions of it.
    if C::is_absent(value) || members.failure.is_some() {
        return;
    }
    if let Err(error) = members
        .map
        .serialize_entry(name, &Encoded::<C, T>::new(value))
    {
        members.fail(error);
    }
}

/// Writes the members of a navigation property.
#[inline]
pub fn write_navigation<N, M>(members: &mut Members<M>, name: &'static str, field: &N)
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
