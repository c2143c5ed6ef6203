//! Properties with `derived_types`, whose values have only some of the types that derive from the declared one
//! (`Org.OData.Validation.V1.DerivedTypeConstraint`).

use std::{fmt::Display, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, MapAccess},
    ser,
};

use crate::{
    codec::{ReadAs, WriteAs},
    error::{ErrorKind, Listing},
    model::{StructuredType, Variant},
    runtime::{
        navigation::{ReadRelated, read_member},
        ser::WriteVariant,
        slot::NavigationMember,
    },
    session::new_mismatch,
};

/// The list of a property.
pub trait ListedTypes {
    /// The qualified names.
    const NAMES: &'static [&'static str];
}

/// The codec of a value whose type must be one of a list, or derive from one of them.
#[derive(Debug)]
pub struct OfListedTypes<C, L, const IS_VARIANT: bool>(PhantomData<(C, L)>);

impl<'de, C, L, T> ReadAs<'de, T> for OfListedTypes<C, L, true>
where
    C: ReadAs<'de, T>,
    L: ListedTypes,
    T: Variant + WriteVariant,
{
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let value = C::read(deserializer)?;
        check_listed(&value, L::NAMES)?;
        Ok(value)
    }
}

/// A type that cannot be a variant has an error of its own.
impl<'de, C: ReadAs<'de, T>, L, T> ReadAs<'de, T> for OfListedTypes<C, L, false> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        C::read(deserializer)
    }
}

impl<C: WriteAs<T>, L, T> WriteAs<T> for OfListedTypes<C, L, false> {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}

impl<C, L, T> WriteAs<T> for OfListedTypes<C, L, true>
where
    C: WriteAs<T>,
    L: ListedTypes,
    T: Variant + WriteVariant,
{
    fn is_absent(value: &T) -> bool {
        C::is_absent(value)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        match unlisted_type(value, L::NAMES) {
            Some(found) => Err(ser::Error::custom(problem(found, L::NAMES))),
            None => C::write(value, serializer),
        }
    }
}

/// A field of a navigation property, whose entities can be of listed types.
pub trait RelatedTypes {
    /// Rejects an entity of another type.
    fn check_types<E: de::Error>(&self, listed: &[&str]) -> Result<(), E>;
}

/// Reads a member of a navigation property with `derived_types` into its field.
pub fn read_member_of_listed_types<'de, L, N, A>(
    field: &mut N,
    member: NavigationMember,
    is_nullable: bool,
    map: &mut A,
) -> Result<(), A::Error>
where
    L: ListedTypes,
    N: ReadRelated<'de> + RelatedTypes,
    A: MapAccess<'de>,
{
    read_member(field, member, is_nullable, map)?;
    field.check_types(L::NAMES)
}

/// Rejects a value that neither has a listed type nor one that derives from it.
pub(crate) fn check_listed<T: Variant + WriteVariant, E: de::Error>(
    value: &T,
    listed: &[&str],
) -> Result<(), E> {
    match unlisted_type(value, listed) {
        Some(found) => Err(not_listed(found, listed)),
        None => Ok(()),
    }
}

/// Returns the name of the value's type if it is not listed. A type that the hierarchy does not know may derive from a listed one.
pub(crate) fn unlisted_type<'a, T: Variant + WriteVariant>(
    value: &'a T,
    listed: &[&str],
) -> Option<&'a str> {
    let name = value.type_name()?;
    let is_listed = |it: &StructuredType| listed.contains(&it.name());
    let mut is_unlisted = false;
    T::TYPES.for_each(&mut |it| {
        if it.name() == name {
            is_unlisted = !it.chain().any(is_listed);
        }
    });
    (is_unlisted && !is_reference(value)).then_some(name)
}

/// Returns whether a value is only a reference to an entity, whose type is not known: an id and no property (JSON 4.01 §14).
#[cold]
fn is_reference<T: WriteVariant>(value: &T) -> bool {
    let Ok(serde_json::Value::Object(members)) = value.write("", serde_json::value::Serializer)
    else {
        return false;
    };
    let id = members.get("@odata.id").or_else(|| members.get("@id"));
    id.is_some_and(|id| !id.is_null()) && members.keys().all(|name| name.starts_with('@'))
}

fn problem(found: &str, listed: &[&str]) -> impl Display {
    format!(
        "the property does not allow a value of type `{found}`; expected one of {}, or a type derived from it",
        Listing(listed.iter())
    )
}

/// Returns the error for a value of a type that is not listed.
#[cold]
pub(crate) fn not_listed<E: de::Error>(found: &str, listed: &[&str]) -> E {
    let expected = format!("one of {}", Listing(listed.iter()));
    new_mismatch(
        ErrorKind::NotDerived,
        problem(found, listed),
        expected,
        found,
    )
}
