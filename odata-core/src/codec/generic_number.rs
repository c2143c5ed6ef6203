//! A value whose type is the caller's choice: the content of an envelope, a field whose type is a type parameter.
//!
//! The derive sees its fields' types and picks a codec for each. Nothing sees the `T` of a `Collection<T>`; but a number says itself
//! what it is when it asks the parser for an `i64`, and that is where the rules for numbers come in: `-0` is an integer, `"INF"` a
//! double, `"1"` an Int64 under IEEE754Compatible (JSON format 4.01, sections 3.2 and 7.1). All else passes through as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::{ReadAs, WriteAs};

pub(crate) mod read;
pub(crate) mod write;

/// The codec for such a value.
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
