//! A codec as a seed for reading, and as a value for writing.

use std::marker::PhantomData;

use serde::{
    Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, MapAccess},
};

use crate::codec::{ReadAs, WriteAs};

/// Reads a value into its field.
#[inline(never)]
pub fn read_field<'de, C, T, A>(field: &mut T, map: &mut A) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    *field = map.next_value_seed(CodecSeed::<C, T>::NEW)?;
    Ok(())
}

/// Reads a value into a part that has nothing to stand in for it.
#[inline(never)]
pub fn read_required<'de, C, T, A>(part: &mut Option<T>, map: &mut A) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    *part = Some(map.next_value_seed(CodecSeed::<C, T>::NEW)?);
    Ok(())
}

/// A codec as a seed.
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

/// A value that is written so.
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
