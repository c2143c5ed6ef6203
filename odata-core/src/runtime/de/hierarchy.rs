//! Reading a value whose declared type has derived types: the type tag selects the variant.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    dynamic::DynamicResource,
    error::ErrorKind,
    model::{StructuredType, is_same_name},
    runtime::de::{
        buffered_members::BufferedMembers,
        hierarchy::{
            choice::{by_index, choose, search},
            tagged_input::{PartialObject, TaggedInput},
            type_errors::may_be_unknown,
        },
        key::Name,
    },
    session::{Level, new_error},
};

pub(crate) mod choice;
pub(crate) mod tagged_input;
pub(crate) mod type_errors;
pub(crate) mod variant_index;

pub(crate) use crate::model::{Variant, VariantTypes};

/// A hierarchy. The derive implements it.
pub trait ReadHierarchy<'de>: Variant + Sized {
    /// The declared type.
    const BASE: &'static StructuredType;
    /// The variant for a value without a type tag.
    const DEFAULT: Option<(u16, &'static str)>;
    /// Returns the variant of the type with this name, and the full name of the type.
    fn find(name: &str) -> Option<(u16, &'static str)>;
    /// Reads the variant.
    fn read<A: MapAccess<'de>>(
        variant: u16,
        input: TaggedInput<'_, 'de, A>,
    ) -> Result<Self, A::Error>;
    /// Returns the `other` variant; `None` if there is none.
    fn other(resource: DynamicResource) -> Option<Self>;
    /// Returns the concrete types of the whole model, sorted. A known type outside of the hierarchy is an error, even with an `other`
    /// variant.
    fn known() -> &'static [&'static str];
}

/// Reads a value of a hierarchy. Every derived `Deserialize` of a hierarchy calls it.
pub fn read_hierarchy<'de, H: ReadHierarchy<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<H, D::Error> {
    deserializer.deserialize_map(HierarchyVisitor(PhantomData))
}

struct HierarchyVisitor<H>(PhantomData<H>);

impl<'de, H: ReadHierarchy<'de>> Visitor<'de> for HierarchyVisitor<H> {
    type Value = H;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expected_of(H::BASE, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<H, A::Error> {
        let _level = Level::enter()?;
        let mut object = PartialObject {
            early: BufferedMembers::new(),
            name: None,
            type_name: "",
            tag: None,
            likely_type: None,
            is_named_by_context: false,
        };
        let chosen = match search(&mut object, &mut map, by_index::<H>)? {
            Some(found) => Some(found),
            None => choose::<H, A::Error>(&mut object)?,
        };
        match chosen {
            Some((variant, type_name)) => {
                object.type_name = type_name;
                let mut value = H::read(
                    variant,
                    TaggedInput {
                        map: &mut map,
                        object: &mut object,
                    },
                );
                if let Err(error) = &mut value {
                    object.replace_error(error);
                }
                value
            }
            None => read_other::<H, A>(object, &mut map),
        }
    }
}

/// Out of line: every hierarchy has a visitor.
#[cold]
fn expected_of(base: &StructuredType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() {
        return f.write_str(base.name);
    }
    write!(
        f,
        "an object of type `{}` or a type derived from it",
        base.name
    )
}

/// Reads the `other` variant.
#[inline(never)]
fn read_other<'de, H: ReadHierarchy<'de>, A: MapAccess<'de>>(
    object: PartialObject<'de>,
    map: &mut A,
) -> Result<H, A::Error> {
    let mut early = object.early;
    if let Some(tag) = &object.tag {
        early.push_tag(tag.text());
    }
    while let Some(name) = map.next_key_seed(Name)? {
        early.read(name, map)?;
    }
    H::other(early.into_resource()?).ok_or_else(|| {
        new_error(
            ErrorKind::UnknownType,
            "the hierarchy has no `other` variant",
        )
    })
}

/// Reads a hierarchy that is a variant of another.
pub fn read_nested<'de, H: ReadHierarchy<'de>, A: MapAccess<'de>>(
    input: TaggedInput<'_, 'de, A>,
) -> Result<H, A::Error> {
    match H::find(input.type_name()) {
        Some((variant, _)) => H::read(variant, input),
        None => no_variant(),
    }
}

/// Returns the error for a variant that the hierarchy does not have.
#[cold]
pub fn no_variant<T, E: de::Error>() -> Result<T, E> {
    Err(new_error(
        ErrorKind::UnknownType,
        "the hierarchy has no variant for this type",
    ))
}

/// Returns whether a value of the type `name` is a value of the hierarchy.
pub fn accepts(
    base: &'static StructuredType,
    types: VariantTypes,
    has_other: bool,
    known: &[&str],
    name: &str,
) -> bool {
    let mut found = is_same_name(base.name, name);
    types.for_each(&mut |it| found |= is_same_name(it.name, name));
    found || (has_other && may_be_unknown(base, known, name))
}
