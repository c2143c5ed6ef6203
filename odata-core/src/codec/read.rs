//! How a value is read, by the shape of its field's type: the macro composes these from what it sees (`Option<Vec<i64>>` is
//! `Opt<Seq<Number>>`). Whatever is not special goes through plain serde.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, SeqAccess, Visitor},
};

use crate::{
    codec::{number, seed::As},
    session::{scope, scope::Level},
};

/// Reads a `T` in this codec's way.
pub trait ReadAs<'de, T> {
    /// Reads it.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// serde's own way.
#[derive(Debug)]
pub struct Plain;

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for Plain {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

/// A string: read in serde's way, written in one of our own.
#[derive(Debug)]
pub struct Text;

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for Text {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        Plain::read(deserializer)
    }
}

/// A number, by OData's rules: `-0` is an integer, `"INF"` a double, `"1"` an Int64 under IEEE754Compatible.
#[derive(Debug)]
pub struct Number;

impl<'de, T: number::Number> ReadAs<'de, T> for Number {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize_number(deserializer, || scope::read_policy().ieee754)
    }
}

/// `Option<T>`: null is `None`.
#[derive(Debug)]
pub struct Opt<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Option<T>> for Opt<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(OptVisitor::<C, T>(PhantomData))
    }
}

struct OptVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: ReadAs<'de, T>, T> Visitor<'de> for OptVisitor<C, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    #[inline]
    fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_unit<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        C::read(deserializer).map(Some)
    }
}

/// `Option<T>` of a property that is not nullable, or the outer of `Option<Option<T>>`: `Some` of whatever is there.
#[derive(Debug)]
pub struct Present<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Option<T>> for Present<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        C::read(deserializer).map(Some)
    }
}

/// `Box<T>`.
#[derive(Debug)]
pub struct Boxed<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Box<T>> for Boxed<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Box<T>, D::Error> {
        C::read(deserializer).map(Box::new)
    }
}

/// `Cow<'de, str>`, borrowed where the input has it in one piece. (serde's own `Cow` always owns.)
#[derive(Debug)]
pub struct BorrowedStr;

impl<'de: 'a, 'a> ReadAs<'de, Cow<'a, str>> for BorrowedStr {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'a, str>, D::Error> {
        deserializer.deserialize_str(CowVisitor(PhantomData))
    }
}

struct CowVisitor<'a>(PhantomData<&'a ()>);

impl<'de: 'a, 'a> Visitor<'de> for CowVisitor<'a> {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// `Vec<T>`: a collection. Its nesting counts, and an item's error says which.
#[derive(Debug)]
pub struct Seq<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Vec<T>> for Seq<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(SeqVisitor::<C, T>(PhantomData))
    }
}

struct SeqVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: ReadAs<'de, T>, T> Visitor<'de> for SeqVisitor<C, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let _level = Level::enter()?;
        let mut all = Vec::new();
        loop {
            match items.next_element_seed(As::<C, T>::NEW) {
                Ok(Some(item)) => all.push(item),
                Ok(None) => return Ok(all),
                Err(error) => return Err(scope::at_index(all.len(), error)),
            }
        }
    }
}

/// `case_insensitive` on a field: enumeration members in any letter case.
#[derive(Debug)]
pub struct CaseInsensitive<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, T> for CaseInsensitive<C> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let _session = scope::Session::any_letter_case();
        C::read(deserializer)
    }
}
