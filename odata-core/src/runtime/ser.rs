//! Writing properties directly into a serializer, those of the base first.

pub(crate) mod bags;
pub(crate) mod level;
pub(crate) mod members;

use serde::{Serializer, ser::SerializeMap};

use self::{
    bags::Bags,
    level::ChainLevel,
    members::{Interruption, Members, WriteMembers},
};
use crate::{
    dynamic::{Annotations, TYPE_TAG, UnwrittenAnnotations, wire_name},
    model::{ODataResource, StructuredType, type_flag},
    options::WritePolicy,
    protocol::{MetadataLevel, Version},
    raw::Quoted,
    session::write_policy,
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

/// Writes nothing. Only a type whose derive reported errors calls it, and such a type does not compile.
pub fn write_nothing<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit()
}

/// Writes a resource. Every derived `Serialize` calls it.
pub fn write_resource<T: WriteResource, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    write_object(&value, StructuredType::of::<T>(), None, serializer)
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
        write_object(&self, StructuredType::of::<T>(), Some(declared), serializer)
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
fn write_object<S: Serializer>(
    resource: &dyn ErasedResource<S::SerializeMap>,
    of: &'static StructuredType,
    declared: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let bags = resource.bags_of_chain();
    let mut map = serializer.serialize_map(None)?;
    let annotations = write_leading_members(&mut map, of, declared, &bags)?;
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
fn write_leading_members<'a, M: SerializeMap>(
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
        // Most types have no bag.
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
