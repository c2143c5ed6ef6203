//! The codecs of `Option<T>`, and of collections that may be null.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, Visitor},
};

use crate::codec::{ReadAs, WriteAs};

/// The codec of `Option<T>` for a nullable property: null is `None`.
#[derive(Debug)]
pub struct Nullable<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Option<T>> for Nullable<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(NullableVisitor::<C, T>(PhantomData))
    }
}

struct NullableVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: ReadAs<'de, T>, T> Visitor<'de> for NullableVisitor<C, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    #[inline]
    fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_unit<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        C::read(deserializer).map(Some)
    }
}

impl<C: WriteAs<T>, T> WriteAs<Option<T>> for Nullable<C> {
    #[inline]
    fn is_absent(value: &Option<T>) -> bool {
        value.is_none()
    }

    #[inline]
    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => C::write(value, serializer),
            None => serializer.serialize_none(),
        }
    }
}

/// The codec of `Option<T>` for a property that is not nullable, and of the outer `Option` in `Option<Option<T>>`. Any value that is
/// present is `Some`.
#[derive(Debug)]
pub struct NonNull<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Option<T>> for NonNull<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        C::read_non_null(deserializer)
    }
}

impl<C: WriteAs<T>, T> WriteAs<Option<T>> for NonNull<C> {
    #[inline]
    fn is_absent(value: &Option<T>) -> bool {
        value.is_none()
    }

    #[inline]
    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        Nullable::<C>::write(value, serializer)
    }
}

/// The codec of a field with `null_collection`: null is a collection that is absent, or empty where the field has no `Option`.
#[derive(Debug)]
pub struct NullCollection<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T: Default> ReadAs<'de, T> for NullCollection<C> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        Nullable::<C>::read(deserializer).map(Option::unwrap_or_default)
    }

    fn read_non_null<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        Nullable::<C>::read(deserializer)
    }
}

impl<C: WriteAs<T>, T> WriteAs<T> for NullCollection<C> {
    fn is_absent(value: &T) -> bool {
        C::is_absent(value)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}
