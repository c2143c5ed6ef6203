//! Writing properties directly into a serializer, those of the base first.

use serde::{Serializer, ser::SerializeMap};

use crate::{
    dynamic::{
        Annotations, BagEntry, ControlInformation, DynamicProperties, TYPE_TAG,
        UnwrittenAnnotations, place_before_targets, wire_name,
    },
    model::{ODataResource, StructuredType, type_flag},
    options::WritePolicy,
    protocol::{MetadataLevel, Version},
    raw::Quoted,
    runtime::navigation::WriteRelated,
    session::write_policy,
};

pub(crate) mod level;

use crate::{
    codec::{Encoded, RawJson, WriteAs},
    runtime::ser::level::ChainLevel,
};

/// Writes a resource type. The derive implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to `{Self}`"
)]
pub trait WriteResource: ODataResource {
    /// [`Root`](level::Root), or [`DerivedFrom`](level::DerivedFrom) its base.
    type Level: ChainLevel<Self>;
    /// Writes the declared properties, those of the base first.
    // One lifetime, and not one for each reference: the compiler stores each lifetime of each derived impl.
    fn fields<'a, W: WriteMembers>(&'a self, members: &'a mut W);
    /// Returns the fields for undeclared members.
    #[inline(always)]
    fn bags(&self) -> Bags<'_> {
        match Self::Level::base(self) {
            Some(base) => base.bags(),
            None => Bags::NONE,
        }
    }
}

/// Writes nothing. Only a type whose derive reported errors calls it, and such a type does not compile.
pub fn write_nothing<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit()
}

/// The fields of a chain for undeclared members.
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

impl<'a> Bags<'a> {
    /// Returns the bags of the base of a value.
    #[inline]
    pub fn of_base<T: WriteResource>(value: &'a T) -> Self {
        match T::Level::base(value) {
            Some(base) => base.bags(),
            None => Bags::NONE,
        }
    }
}

impl Bags<'_> {
    /// No fields.
    pub const NONE: Bags<'static> = Bags {
        dynamic: None,
        annotations: None,
        control: None,
        etag: None,
        id: None,
    };

    /// Returns whether there are no annotations and no control information.
    #[inline]
    fn are_empty(&self) -> bool {
        self.control.is_none_or(ControlInformation::is_empty)
            && self.annotations.is_none_or(Annotations::is_empty)
    }
}

impl<'a> Bags<'a> {
    fn entries(&self) -> impl Iterator<Item = BagEntry<'a>> + use<'a> {
        let control = self.control.into_iter().flat_map(|it| it.entries());
        control
            .chain(self.annotations.into_iter().flat_map(|it| it.entries()))
            .chain(
                self.annotations_among_dynamic()
                    .map(|(name, value)| BagEntry::of_annotations(name, value)),
            )
    }

    /// Returns the annotations that are among the dynamic properties, because the type has no bag for annotations.
    fn annotations_among_dynamic(&self) -> impl Iterator<Item = (&'a str, &'a RawJson)> + use<'a> {
        let dynamic = self.dynamic.filter(|_| self.annotations.is_none());
        let members = dynamic.into_iter().flatten();
        members.filter(|(name, _)| name.contains('@'))
    }

    /// Returns whether the dynamic properties have no annotations among them.
    #[inline]
    fn has_no_annotations_among_dynamic(&self) -> bool {
        self.dynamic.is_none_or(DynamicProperties::is_empty)
            || self.annotations_among_dynamic().next().is_none()
    }

    /// Writes the context of the object. Out of line, because most resources have no annotations.
    #[inline(never)]
    fn write_context<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
    ) -> Result<(), M::Error> {
        self.entries()
            .filter(BagEntry::is_context)
            .try_for_each(|entry| entry.write(map, version))
    }

    /// Writes the annotations of the object except the context, and returns those of its properties.
    #[inline(never)]
    fn write_own<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
    ) -> Result<Option<Box<UnwrittenAnnotations<'a>>>, M::Error> {
        let own = || {
            self.entries()
                .filter(|it| it.property().is_empty() && !it.is_context())
        };
        if self.entries().any(|it| it.describes_own_annotation()) {
            let mut own: Vec<BagEntry<'a>> = own().collect();
            place_before_targets(&mut own);
            own.iter().try_for_each(|entry| entry.write(map, version))?;
        } else {
            own().try_for_each(|entry| entry.write(map, version))?;
        }
        let of_properties = UnwrittenAnnotations::collect(self.entries(), version);
        let has_others = || self.annotations_among_dynamic().next().is_some();
        Ok(of_properties
            .or_else(|| has_others().then(|| UnwrittenAnnotations::none(version)))
            .map(Box::new))
    }
}

/// Writes a resource. Every derived `Serialize` calls it.
pub fn write_resource<T: WriteResource, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    object(&value, StructuredType::of::<T>(), None, serializer)
}

/// Writes a variant of a hierarchy.
pub trait WriteVariant {
    /// Writes the value of a property of the declared type.
    fn write<S: Serializer>(&self, declared: &str, serializer: S) -> Result<S::Ok, S::Error>;
    /// Returns the qualified name of its type, if it has one.
    fn type_name(&self) -> Option<&str>;
}

impl<T: WriteResource> WriteVariant for T {
    fn write<S: Serializer>(&self, declared: &str, serializer: S) -> Result<S::Ok, S::Error> {
        object(&self, StructuredType::of::<T>(), Some(declared), serializer)
    }

    fn type_name(&self) -> Option<&str> {
        Some(T::TYPE.name())
    }
}

/// A resource that is written into an `M`, without its type.
trait ErasedResource<M: SerializeMap> {
    /// See [`WriteResource::fields`].
    fn write_fields(&self, members: &mut Members<'_, M>);
    /// See [`WriteResource::bags`].
    fn bags_of_chain(&self) -> Bags<'_>;
}

/// Implemented for a reference, which has no destructor: otherwise each codegen unit that writes a type would contain its drop code.
impl<T: WriteResource, M: SerializeMap> ErasedResource<M> for &T {
    fn write_fields(&self, members: &mut Members<'_, M>) {
        self.fields(members);
    }

    fn bags_of_chain(&self) -> Bags<'_> {
        // Most types have no bag, and then `bags` is not compiled.
        if const { T::TYPE.has_flag(type_flag::BAGS) } {
            self.bags()
        } else {
            Bags::NONE
        }
    }
}

/// Writes a resource of the type `of`. `declared` is the declared type of the value if it is another one.
///
/// It is not generic over the resource and exists once for each serializer. The order is that of an ordered payload (JSON 4.01 §4.4): the
/// context, the type tag, other annotations of the object, then each property after its annotations.
#[inline(never)]
fn object<S: Serializer>(
    resource: &dyn ErasedResource<S::SerializeMap>,
    of: &'static StructuredType,
    declared: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let bags = resource.bags_of_chain();
    let mut map = serializer.serialize_map(None)?;
    let annotations = begin(&mut map, of, declared, &bags)?;
    let mut members = Members {
        map,
        interruption: annotations.map(Interruption::Annotations),
    };
    resource.write_fields(&mut members);
    let Members {
        mut map,
        interruption,
    } = members;
    match interruption {
        None => {
            if let Some(dynamic) = bags.dynamic {
                dynamic.0.write(&mut map)?;
            }
        }
        Some(Interruption::Failure(error)) => return Err(error),
        Some(Interruption::Annotations(annotations)) => {
            write_annotated(&mut map, annotations, &bags)?;
        }
    }
    map.end()
}

/// Writes the dynamic properties with their annotations, then the annotations of properties that are absent.
#[inline(never)]
#[expect(
    clippy::boxed_local,
    reason = "the caller is the common path, which moves a pointer and not the whole value"
)]
fn write_annotated<M: SerializeMap>(
    map: &mut M,
    mut annotations: Box<UnwrittenAnnotations<'_>>,
    bags: &Bags<'_>,
) -> Result<(), M::Error> {
    for (name, value) in bags.dynamic.into_iter().flatten() {
        let is_annotation = bags.annotations.is_none() && name.contains('@');
        if is_annotation || annotations.contains(name) {
            continue;
        }
        annotations.write(name, map)?;
        map.serialize_entry(name, value)?;
    }
    annotations.write_rest(map)
}

/// Writes the members before the properties, and returns the annotations of the properties.
fn begin<'a, M: SerializeMap>(
    map: &mut M,
    of: &'static StructuredType,
    declared: Option<&str>,
    bags: &Bags<'a>,
) -> Result<Option<Box<UnwrittenAnnotations<'a>>>, M::Error> {
    let policy = write_policy();
    let tagged = match policy.metadata {
        None => of.has_flag(type_flag::TAGGED),
        Some(MetadataLevel::None) => false,
        Some(MetadataLevel::Minimal) => declared.is_some_and(|declared| of.name != declared),
        Some(MetadataLevel::Full) => true,
    };
    if !of.has_flag(type_flag::BAGS) {
        // Most types.
        if tagged {
            map.serialize_entry(tag_name(policy), &Quoted(of.tag))?;
        }
        return Ok(None);
    }
    let are_empty = bags.are_empty();
    let mut in_context = false;
    let mut version = None;
    if !are_empty {
        bags.write_context(map, policy.version)?;
        in_context = bags
            .annotations
            .is_some_and(Annotations::has_type_in_context);
        if of.has_flag(type_flag::ANY_VERSION) && policy.metadata != Some(MetadataLevel::None) {
            version = bags.annotations.and_then(Annotations::type_tag);
        }
    }
    if let Some(tag) = version {
        map.serialize_entry(tag_name(policy), tag)?;
    } else if tagged && !in_context {
        map.serialize_entry(tag_name(policy), &Quoted(of.tag))?;
    }
    if let Some(Some(id)) = bags.id {
        map.serialize_entry(&*wire_name("@odata.id", policy.version), id)?;
    }
    if let Some(Some(etag)) = bags.etag {
        map.serialize_entry(&*wire_name("@odata.etag", policy.version), etag)?;
    }
    if are_empty && bags.has_no_annotations_among_dynamic() {
        return Ok(None);
    }
    bags.write_own(map, policy.version)
}

fn tag_name(policy: WritePolicy) -> &'static str {
    if policy.version >= Version::V401 {
        "@type"
    } else {
        TYPE_TAG
    }
}

/// The members of an object while they are written.
#[derive(Debug)]
struct Members<'a, M: SerializeMap> {
    map: M,
    /// What happens before the next property, if anything. The first failure is stored here, because a `?` after each property of each
    /// type would be most of the code for writing.
    interruption: Option<Interruption<'a, M::Error>>,
}

#[derive(Debug)]
enum Interruption<'a, E> {
    /// Nothing more is written.
    Failure(E),
    /// The annotations of the property are written first.
    Annotations(Box<UnwrittenAnnotations<'a>>),
}

impl<'a, M: SerializeMap> Members<'a, M> {
    /// Stores the first failure. Out of line, because it is rare.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, error: M::Error) {
        self.interruption = Some(Interruption::Failure(error));
    }

    /// Writes the annotations of a property, and returns those of the other properties, to be put back after the property. `None` after a
    /// failure.
    #[cold]
    fn take_annotations(&mut self, property: &str) -> Option<Interruption<'a, M::Error>> {
        match self.interruption.take()? {
            Interruption::Annotations(mut annotations) => {
                match annotations.write(property, &mut self.map) {
                    Ok(()) => Some(Interruption::Annotations(annotations)),
                    Err(error) => {
                        self.fail(error);
                        None
                    }
                }
            }
            failure => {
                self.interruption = Some(failure);
                None
            }
        }
    }
}

/// Writes the properties of an object. Each has its annotations before it.
pub trait WriteMembers {
    /// Writes a property, unless it is absent.
    fn property<C: WriteAs<T>, T>(&mut self, name: &'static str, value: &T);
    /// Writes the members of a navigation property.
    fn navigation<N: WriteRelated>(&mut self, name: &'static str, field: &N);
}

impl<M: SerializeMap> WriteMembers for Members<'_, M> {
    // Out of line: all fields of the same Rust type share one copy.
    #[inline(never)]
    fn property<C: WriteAs<T>, T>(&mut self, name: &'static str, value: &T) {
        // Absence is checked first, because it is the most common case.
        if C::is_absent(value) {
            return;
        }
        if self.interruption.is_some() {
            return write_annotated_property::<C, T, M>(self, name, value);
        }
        write_present::<C, T, M>(self, name, value);
    }

    #[inline]
    fn navigation<N: WriteRelated>(&mut self, name: &'static str, field: &N) {
        let rest = if self.interruption.is_some() {
            let Some(rest) = self.take_annotations(name) else {
                return;
            };
            Some(rest)
        } else {
            None
        };
        if let Err(error) = field.write(name, &mut self.map) {
            self.fail(error);
        } else {
            self.interruption = rest;
        }
    }
}

/// Writes a property that has a value. Out of line, so that a property without a value saves no registers.
#[inline(never)]
fn write_present<C, T, M>(members: &mut Members<'_, M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    if let Err(error) = members
        .map
        .serialize_entry(name, &Encoded::<C, T>::new(value))
    {
        members.fail(error);
    }
}

/// Writes the annotations of a property, then the property. Out of line and generic, so that the common path saves nothing for a call that
/// is rare.
#[cold]
#[inline(never)]
fn write_annotated_property<C, T, M>(members: &mut Members<'_, M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    let Some(rest) = members.take_annotations(name) else {
        return;
    };
    members.property::<C, T>(name, value);
    members.interruption.get_or_insert(rest);
}

/// Writes a member, unless it is absent.
pub(crate) fn write_member<C, T, M>(
    map: &mut M,
    name: &'static str,
    value: &T,
) -> Result<(), M::Error>
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    if C::is_absent(value) {
        return Ok(());
    }
    map.serialize_entry(name, &Encoded::<C, T>::new(value))
}
