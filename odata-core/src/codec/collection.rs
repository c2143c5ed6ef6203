//! The codec of collections.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, SeqAccess, Visitor},
    ser::SerializeSeq,
};

use crate::{
    codec::{
        ReadAs, WriteAs,
        seed::{CodecSeed, Encoded},
    },
    session::{Level, at_index, reads_null_collections},
};

/// The codec of `Vec<T>`. It counts the nesting depth and adds the index of an item to the item's error.
#[derive(Debug)]
pub struct Items<C>(PhantomData<C>);

impl<'de, C: ReadAs<'de, T>, T> ReadAs<'de, Vec<T>> for Items<C> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        if reads_null_collections() {
            return Self::read_non_null(deserializer).map(Option::unwrap_or_default);
        }
        deserializer.deserialize_seq(SeqVisitor::<C, T>(PhantomData))
    }

    #[inline]
    fn read_non_null<D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<T>>, D::Error> {
        if reads_null_collections() {
            return deserializer.deserialize_option(NullOrSeq::<C, T>(PhantomData));
        }
        deserializer
            .deserialize_seq(SeqVisitor::<C, T>(PhantomData))
            .map(Some)
    }
}

/// An array, or null under `ReadOptions::null_collections`.
struct NullOrSeq<C, T>(PhantomData<(C, T)>);

impl<'de, C: ReadAs<'de, T>, T> Visitor<'de> for NullOrSeq<C, T> {
    type Value = Option<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or null")
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer
            .deserialize_seq(SeqVisitor::<C, T>(PhantomData))
            .map(Some)
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
            match items.next_element_seed(CodecSeed::<C, T>::NEW) {
                Ok(Some(item)) => all.push(item),
                Ok(None) => return Ok(all),
                Err(error) => return Err(at_index(all.len(), error)),
            }
        }
    }
}

impl<C: WriteAs<T>, T> WriteAs<Vec<T>> for Items<C> {
    fn write<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&Encoded::<C, T>::new(item))?;
        }
        items.end()
    }
}
