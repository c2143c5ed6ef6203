//! Adapters from codecs to serde's seeds and serializable values.

use std::marker::PhantomData;

use serde::{
    Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, MapAccess},
};

use crate::codec::{ReadAs, WriteAs};

/// Reads a value into a field that is filled in place.
#[inline(never)]
pub fn read_field<'de, C, T, A>(field: &mut T, map: &mut A) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    map.next_value_seed(FieldSeed::<C, T>(field, PhantomData))
}

/// Reads a value into the builder's slot of a field without a default.
#[inline(never)]
pub fn read_required<'de, C, T, A>(slot: &mut Option<T>, map: &mut A) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    *slot = Some(map.next_value_seed(CodecSeed::<C, T>::NEW)?);
    Ok(())
}

/// A seed that stores the value in a field. It returns no value, so that no function on the way has to move one.
struct FieldSeed<'f, C, T>(&'f mut T, PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> DeserializeSeed<'de> for FieldSeed<'_, C, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        *self.0 = C::read(deserializer)?;
        Ok(())
    }
}

/// A seed that reads with a codec.
pub(crate) struct CodecSeed<C, T>(PhantomData<(C, T)>);

impl<C, T> CodecSeed<C, T> {
    pub(crate) const NEW: Self = CodecSeed(PhantomData);
}

impl<'de, C: ReadAs<'de, T>, T> DeserializeSeed<'de> for CodecSeed<C, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        C::read(deserializer)
    }
}

/// A value that a codec writes.
pub(crate) struct Encoded<'a, C, T: ?Sized>(&'a T, PhantomData<C>);

impl<'a, C, T: ?Sized> Encoded<'a, C, T> {
    #[inline]
    pub(crate) fn new(value: &'a T) -> Self {
        Encoded(value, PhantomData)
    }
}

impl<C: WriteAs<T>, T: ?Sized> Serialize for Encoded<'_, C, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}
