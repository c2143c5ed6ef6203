//! Codecs: how one value is read and written, both halves in one file.
//!
//! The derive composes the codec of a field from its type: `Option<Vec<i64>>` has the codec `Nullable<Items<Number>>`. A type without a
//! codec of its own uses serde.

use serde::{Deserializer, Serializer};

pub(crate) mod collection;
pub(crate) mod default_function;
pub(crate) mod generic_number;
pub(crate) mod nullable;
pub(crate) mod number;
pub(crate) mod property_type;
pub(crate) mod raw_json;
pub(crate) mod seed;
pub(crate) mod serde_codec;
pub(crate) mod text;
pub(crate) mod with_module;
pub(crate) mod wrapper;

pub use property_type::PropertyType;

pub(crate) use crate::codec::{
    collection::Items,
    generic_number::GenericNumber,
    nullable::{NonNull, Nullable},
    number::{ARBITRARY_NUMBER, Number, NumberFormat},
    raw_json::RawJson,
    seed::{CodecSeed, Encoded, read_required},
    serde_codec::Serde,
};

/// A codec that reads a `T`.
pub trait ReadAs<'de, T> {
    /// Reads a value.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;

    /// Reads a value that is not nullable. `None` only if the options read null as an absent property.
    #[inline]
    fn read_non_null<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        Self::read(deserializer).map(Some)
    }
}

/// A codec that writes a `T`.
pub trait WriteAs<T: ?Sized> {
    /// Returns whether the value is absent, so that its property is not written.
    fn is_absent(_: &T) -> bool {
        false
    }

    /// Writes a value.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}
