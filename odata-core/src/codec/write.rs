//! How a field's value is written: the other half of [`read::codec`](crate::read).

use std::marker::PhantomData;

use serde::{Serialize, Serializer, ser::SerializeSeq};

use crate::{
    codec::read::{BorrowedStr, Boxed, CaseInsensitive, Number, Opt, Plain, Present, Seq, Text},
    raw::string::write_string,
    session::scope,
};

/// Writes a `T` in this codec's way.
pub trait WriteAs<T: ?Sized> {
    /// Whether there is nothing to write.
    fn is_absent(_: &T) -> bool {
        false
    }

    /// Writes it.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A value that is written so.
pub(crate) struct As<'a, C, T: ?Sized>(&'a T, PhantomData<C>);

impl<'a, C, T: ?Sized> As<'a, C, T> {
    #[inline]
    pub(crate) fn new(value: &'a T) -> Self {
        As(value, PhantomData)
    }
}

impl<C: WriteAs<T>, T: ?Sized> Serialize for As<'_, C, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}

impl<T: Serialize + ?Sized> WriteAs<T> for Plain {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

impl<T: AsRef<str> + ?Sized> WriteAs<T> for Text {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_string(value.as_ref(), serializer)
    }
}

impl<T: crate::codec::number::Number> WriteAs<T> for Number {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize_number(serializer, || scope::write_policy().ieee754)
    }
}

impl<T: AsRef<str> + ?Sized> WriteAs<T> for BorrowedStr {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_string(value.as_ref(), serializer)
    }
}

impl<C: WriteAs<T>, T> WriteAs<Option<T>> for Opt<C> {
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

impl<C: WriteAs<T>, T> WriteAs<Option<T>> for Present<C> {
    #[inline]
    fn is_absent(value: &Option<T>) -> bool {
        value.is_none()
    }

    #[inline]
    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        Opt::<C>::write(value, serializer)
    }
}

impl<C: WriteAs<T>, T> WriteAs<Box<T>> for Boxed<C> {
    #[inline]
    fn write<S: Serializer>(value: &Box<T>, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}

impl<C: WriteAs<T>, T> WriteAs<Vec<T>> for Seq<C> {
    fn write<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&As::<C, T>::new(item))?;
        }
        items.end()
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
