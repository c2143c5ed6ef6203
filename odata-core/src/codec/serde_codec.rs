//! The codec of types that implement serde's traits.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::codec::{ReadAs, WriteAs};

/// The codec that calls the type's own `Deserialize` and `Serialize`.
#[derive(Debug)]
pub struct Serde;

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for Serde {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

impl<T: Serialize + ?Sized> WriteAs<T> for Serde {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// The codec of a field with `edm`. If its type does not implement serde's traits (`IS_SUPPORTED` is `false`), the compiler reports that
/// once: the codec can be used nevertheless and causes no further errors.
#[derive(Debug)]
pub struct CheckedSerde<const IS_SUPPORTED: bool>;

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for CheckedSerde<true> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

impl<T: Serialize + ?Sized> WriteAs<T> for CheckedSerde<true> {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

impl<'de, T> ReadAs<'de, T> for CheckedSerde<false> {
    fn read<D: Deserializer<'de>>(_: D) -> Result<T, D::Error> {
        Err(de::Error::custom("serde does not read the type"))
    }
}

impl<T: ?Sized> WriteAs<T> for CheckedSerde<false> {
    fn write<S: Serializer>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

/// The holder of a constant `VALUE`: the inherent one, `true`, if serde reads `T`; otherwise that of [`WithoutSerde`], `false`.
#[derive(Debug)]
pub struct IsReadable<T>(PhantomData<T>);

impl<T: Deserialize<'static>> IsReadable<T> {
    /// Whether serde reads `T`.
    pub const VALUE: bool = true;
}

/// The holder of a constant `VALUE`: the inherent one, `true`, if serde writes `T`; otherwise that of [`WithoutSerde`], `false`.
#[derive(Debug)]
pub struct IsWritable<T>(PhantomData<T>);

impl<T: Serialize> IsWritable<T> {
    /// Whether serde writes `T`.
    pub const VALUE: bool = true;
}

/// The constant `VALUE` of a type that serde does not support.
pub trait WithoutSerde {
    /// Whether serde supports the type.
    const VALUE: bool = false;
}

impl<T> WithoutSerde for IsReadable<T> {}
impl<T> WithoutSerde for IsWritable<T> {}
