//! The codecs of owned and borrowed strings.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serializer};

use crate::{
    codec::{ReadAs, WriteAs, serde_codec::Serde},
    raw::{CowStr, write_string},
};

/// The codec of a string. Reading uses serde; writing skips escaping where none is needed.
#[derive(Debug)]
pub struct Text;

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for Text {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        Serde::read(deserializer)
    }
}

impl<T: AsRef<str> + ?Sized> WriteAs<T> for Text {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_string(value.as_ref(), serializer)
    }
}

/// The codec of `Cow<'de, str>`. It borrows from the input unless the string has escapes; serde's impl always allocates.
#[derive(Debug)]
pub struct BorrowedStr;

impl<'de: 'a, 'a> ReadAs<'de, Cow<'a, str>> for BorrowedStr {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'a, str>, D::Error> {
        deserializer.deserialize_str(CowStr("a string"))
    }
}

impl<T: AsRef<str> + ?Sized> WriteAs<T> for BorrowedStr {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_string(value.as_ref(), serializer)
    }
}
