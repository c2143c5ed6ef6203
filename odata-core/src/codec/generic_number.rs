//! The codec of values whose type the macro does not see: the content of an envelope, and fields whose type is a type parameter.
//!
//! Such a value may be a number, which then calls `deserialize_i64` or the like. A wrapper around the (de)serializer applies OData's rules
//! in these calls: `-0` is an integer, `"INF"` a double, `"1"` an Int64 under IEEE754Compatible (JSON 4.01 §3.2 and §7.1). It forwards
//! all other calls unchanged.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::{ReadAs, WriteAs};

pub(crate) mod read;
pub(crate) mod write;

/// The codec of a value whose type is not known when the macro runs.
#[derive(Debug)]
pub struct GenericNumber;

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for GenericNumber {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(read::NumberDeserializer(deserializer))
    }
}

impl<T: Serialize + ?Sized> WriteAs<T> for GenericNumber {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(write::NumberSerializer(serializer))
    }
}
