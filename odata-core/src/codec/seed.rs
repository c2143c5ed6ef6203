//! Reading one value into its field. Generic over the field's type alone, so that all fields of a type share one copy; kept out of
//! line, which makes small code and, measured, the faster one.

use std::marker::PhantomData;

use serde::{
    Deserializer,
    de::{DeserializeSeed, MapAccess},
};

use crate::codec::read::ReadAs;

/// Reads a value into its field.
#[inline(never)]
pub fn set<'de, C, T, A>(field: &mut T, map: &mut A) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    *field = map.next_value_seed(As::<C, T>::NEW)?;
    Ok(())
}

/// Reads a value into a part that has nothing to stand in for it.
#[inline(never)]
pub fn set_part<'de, C, T, A>(part: &mut Option<T>, map: &mut A) -> Result<(), A::Error>
where
    C: ReadAs<'de, T>,
    A: MapAccess<'de>,
{
    *part = Some(map.next_value_seed(As::<C, T>::NEW)?);
    Ok(())
}

/// A codec as a seed.
pub(crate) struct As<C, T>(PhantomData<(C, T)>);

impl<C, T> As<C, T> {
    pub(crate) const NEW: Self = As(PhantomData);
}

impl<'de, C: ReadAs<'de, T>, T> DeserializeSeed<'de> for As<C, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        C::read(deserializer)
    }
}
