//! Codecs that wrap another codec.

use std::marker::PhantomData;

use serde::{Deserializer, Serializer};

use crate::{
    codec::{ReadAs, WriteAs},
    session::Session,
};

/// The codec of `Box<T>`.
#[derive(Debug)]
pub struct Boxed<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Box<T>> for Boxed<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Box<T>, D::Error> {
        C::read(deserializer).map(Box::new)
    }
}

impl<C: WriteAs<T>, T> WriteAs<Box<T>> for Boxed<C> {
    #[inline]
    fn write<S: Serializer>(value: &Box<T>, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}

/// The codec of a field with `case_insensitive`: enumeration members match in any letter case.
#[derive(Debug)]
pub struct CaseInsensitive<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, T> for CaseInsensitive<C> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let _session = Session::case_insensitive_enums();
        C::read(deserializer)
    }
}

impl<C: WriteAs<T>, T: ?Sized> WriteAs<T> for CaseInsensitive<C> {
    fn is_absent(value: &T) -> bool {
        C::is_absent(value)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}
