//! The loop over an object's members, shared by every resource type.

use std::{borrow::Cow, fmt, mem};

use serde::{
    Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    dynamic::control::TYPE_TAG,
    error::ErrorKind,
    model::{
        odata_resource::ODataResource,
        structured_type::{StructuredType, type_flag},
    },
    runtime::{
        de::{
            ReadResource, UNKNOWN,
            builder::{Builder, finish},
            control,
            erased_builder::ErasedBuilder,
            key::{KeySeed, TAG},
            seen::Seen,
            tag::{Tag, TagSeed},
            undeclared,
            undeclared::UndeclaredState,
        },
        navigation,
        slot::Slot,
    },
    session::{
        depth::Level,
        derived::accepts_derived,
        failure::{new_error, new_mismatch},
        parameters::{is_parameters, nested_policy},
        policy::read_policy,
        trace::at_name,
    },
};

/// Reads a resource where its type is declared: what every derived `Deserialize` calls. It is inlined there, since each unit of code
/// generation that drops a type has a copy of how.
#[inline]
pub fn read_resource<'de, T: ReadResource<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut builder = T::new_builder();
    deserializer.deserialize_map(ResourceVisitor::<T>(&mut builder))?;
    finish::<T, _>(builder, || incomplete(T::TYPE))
}

/// Refuses to read an abstract type as itself.
#[cold]
pub fn reject_abstract<'de, T: ODataResource, D: Deserializer<'de>>(_: D) -> Result<T, D::Error> {
    Err(new_mismatch(
        ErrorKind::AbstractType,
        format_args!(
            "{} is abstract: read it through an enum with `#[odata(hierarchy = ...)]`",
            T::NAME
        ),
        format!("a type derived from {}", T::NAME),
        T::NAME,
    ))
}

struct ResourceVisitor<'p, 'de, T: ReadResource<'de>>(&'p mut Builder<'de, T>);

impl<'de, T: ReadResource<'de>> Visitor<'de> for ResourceVisitor<'_, 'de, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expected(StructuredType::of::<T>(), f)
    }

    #[inline(always)]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        ErasedBuilder::with::<T, _>(self.0, |builder| object(builder, &mut map))
    }
}

/// Out of line, since every type has its visitor.
#[cold]
fn expected(declared: &StructuredType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "an object of type {}", declared.name)
}

/// Reads a whole object.
#[inline(never)]
fn object<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    map: &mut A,
) -> Result<(), A::Error> {
    let _level = Level::enter()?;
    let mut progress = Progress::new(false);
    members(builder, &mut progress, map)?;
    progress.complete(builder)
}

/// How far an object has been read.
pub(super) struct Progress {
    pub(super) seen: Seen,
    pub(super) extra: UndeclaredState,
    tagged: bool,
}

impl Progress {
    pub(super) fn new(tagged: bool) -> Progress {
        Progress {
            seen: Seen::new(),
            extra: UndeclaredState::new(),
            tagged,
        }
    }

    /// Refuses a tag that came after a property, in an ordered payload.
    #[inline]
    pub(super) fn check_order_of_tag<E: de::Error>(
        &self,
        declared: &'static StructuredType,
    ) -> Result<(), E> {
        if !read_policy().streaming {
            return Ok(());
        }
        control::check_order(declared, &self.extra, &self.seen, TYPE_TAG)
            .map_err(|error| at_name(TYPE_TAG, error))
    }

    /// Refuses where a required property is missing.
    #[inline]
    pub(super) fn complete<'de, A: MapAccess<'de>>(
        &self,
        builder: &ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        if let Some(index) = self.seen.first_missing(builder.required) {
            return Err(missing(builder.declared, index));
        }
        if builder.is_whole && read_policy().require_all {
            self.complete_strictly(builder.declared)
        } else {
            Ok(())
        }
    }

    /// `require_all`: every property that is not nullable, though its field may be absent.
    #[cold]
    fn complete_strictly<E: de::Error>(&self, declared: &'static StructuredType) -> Result<(), E> {
        // The parameters of an action are complete, the values in them only if the options require it.
        if nested_policy().is_some_and(|it| !it.require_all) {
            return Ok(());
        }
        // A collection is never null, so that only the type of the field tells whether a parameter is required.
        let skips_collections = is_parameters();
        let is_missing = |&(index, property): &(u16, &crate::model::property::Property)| {
            let is_optional = property.is_nullable()
                || property.is_navigation()
                || (skips_collections && property.is_collection());
            !is_optional && !self.seen.contains(index)
        };
        match (0..).zip(declared.properties()).find(is_missing) {
            Some((index, _)) => Err(missing(declared, index)),
            None => Ok(()),
        }
    }
}

#[cold]
fn missing<E: de::Error>(declared: &'static StructuredType, index: u16) -> E {
    let name = declared.property_at(index).map_or("?", |it| it.name());
    let error = new_mismatch(
        ErrorKind::Missing,
        format_args!("`{name}` is missing; {} requires it", declared.name),
        format!("a value for `{name}`"),
        "nothing",
    );
    at_name(name, error)
}

#[cold]
pub(super) fn incomplete<E: de::Error>(declared: &'static StructuredType) -> E {
    new_error(
        ErrorKind::Missing,
        format_args!("a property that {} requires is missing", declared.name),
    )
}

/// Reads members until there are none.
#[inline]
pub(super) fn members<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress,
    map: &mut A,
) -> Result<(), A::Error> {
    let mut lookup = builder.lookup();
    let mut other = Cow::Borrowed("");
    while let Some(key) = map.next_key_seed(KeySeed {
        lookup: Some(&mut lookup),
        other: &mut other,
    })? {
        match key {
            UNKNOWN => {
                crate::runtime::de::members::other(builder, progress, map, mem::take(&mut other))?
            }
            TAG => tag(builder.declared, progress, map)?,
            index => declared(builder, progress, map, index)?,
        }
    }
    Ok(())
}

/// Reads a declared property's value.
#[inline]
fn declared<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress,
    map: &mut A,
    index: u16,
) -> Result<(), A::Error> {
    if !progress.seen.insert(index) {
        return Err(duplicate(builder.declared, index));
    }
    builder
        .read_property(index, map)
        .map_err(|error| at_property(builder.declared, index, error))
}

#[cold]
fn duplicate<E: de::Error>(declared: &'static StructuredType, index: u16) -> E {
    let error = match declared.property_at(index) {
        Some(property) if property.is_navigation() => repeated_value(declared, index),
        property => undeclared::duplicate(property.map_or("?", |it| it.name())),
    };
    at_property(declared, index, error)
}

#[cold]
fn at_property<E>(declared: &'static StructuredType, index: u16, error: E) -> E {
    match declared.property_at(index) {
        Some(property) => at_name(property.name(), error),
        None => error,
    }
}

/// A name that is neither declared nor `@odata.type`: perhaps one of them under the options.
#[inline(never)]
fn other<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress,
    map: &mut A,
    name: Cow<'de, str>,
) -> Result<(), A::Error> {
    let policy = read_policy();
    if control::is_tag(&name, policy.version) {
        return tag(builder.declared, progress, map);
    }
    if let Some(slot) = navigation::slot(builder.declared, &name, policy.version) {
        return navigation_member(builder, progress, map, &name, slot);
    }
    if policy.case_insensitive_properties
        && let Some(index) = builder.declared.index_ignoring_case(&name)
    {
        return declared(builder, progress, map, index);
    }
    let bound = if name.ends_with("bind") {
        navigation::bound_property(builder.declared, &name, policy.version)
    } else {
        None
    };
    if let Some(index) = bound {
        bind(builder.declared, progress, index).map_err(|error| at_name(&name, error))?;
    }
    undeclared::read(
        builder.declared,
        &mut progress.extra,
        &progress.seen,
        builder.bags_mut(),
        name,
        map,
    )
}

/// Records that a link is the value of a single-valued navigation property, which then has no other (JSON 4.01 §8.5).
#[cold]
fn bind<E: de::Error>(
    declared: &'static StructuredType,
    progress: &mut Progress,
    index: u16,
) -> Result<(), E> {
    if progress.extra.bound == index {
        // The link is a duplicate, which is an error of its own.
        return Ok(());
    }
    if !progress.seen.insert(index) {
        return Err(repeated_value(declared, index));
    }
    progress.extra.bound = index;
    Ok(())
}

/// The error for a navigation property with two values, or with a value and a link.
#[cold]
fn repeated_value<E: de::Error>(declared: &'static StructuredType, index: u16) -> E {
    let name = declared.property_at(index).map_or("?", |it| it.name());
    new_error(
        ErrorKind::Duplicate,
        format_args!("the navigation property `{name}` has more than one value or link"),
    )
}

/// Reads what a member says of a navigation property, into its field.
fn navigation_member<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    progress: &mut Progress,
    map: &mut A,
    name: &str,
    slot: Slot,
) -> Result<(), A::Error> {
    let order = if read_policy().streaming {
        control::check_order(builder.declared, &progress.extra, &progress.seen, name)
    } else {
        Ok(())
    };
    progress.extra.began = true;
    order
        .and_then(|()| builder.read_slot(slot, map))
        .map_err(|error| at_name(name, error))
}

/// Reads the type tag of an object whose type is fixed.
#[inline(never)]
fn tag<'de, A: MapAccess<'de>>(
    declared: &'static StructuredType,
    progress: &mut Progress,
    map: &mut A,
) -> Result<(), A::Error> {
    let result = map.next_value_seed(TagSeed).and_then(|tag| {
        if progress.tagged {
            return Err(undeclared::duplicate(TYPE_TAG));
        }
        if read_policy().streaming {
            control::check_order(declared, &progress.extra, &progress.seen, TYPE_TAG)?;
        }
        progress.tagged = true;
        progress.extra.began = true;
        check_tag(declared, &tag)
    });
    result.map_err(|error| at_name(TYPE_TAG, error))
}

fn check_tag<E: de::Error>(declared: &'static StructuredType, tag: &Tag<'_>) -> Result<(), E> {
    if declared.is_named(tag.name()) {
        return Ok(());
    }
    tag.check()?;
    let keeps_properties = declared.has_flag(type_flag::DYNAMIC);
    let is_base = || declared.chain().skip(1).any(|it| it.is_named(tag.name()));
    if keeps_properties && accepts_derived() && !is_base() {
        return Ok(());
    }
    Err(new_mismatch(
        ErrorKind::NotDerived,
        format_args!(
            "an object of type {} where only {} fits: another type would lose properties here",
            tag.name(),
            declared.name
        ),
        format!("#{}", declared.name),
        tag.text(),
    ))
}

/// Reads over the value of an index that no level has.
#[cold]
pub fn skip_value<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<de::IgnoredAny>().map(|_| ())
}
