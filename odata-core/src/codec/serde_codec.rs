//! The codec of types that implement serde's traits.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
