//! How one value is read and written, by the shape of its field's type.
//!
//! The derive composes codecs from the field's type: `Option<Vec<i64>>` is `Opt<Items<Number>>`. A type with no codec of its own uses serde.

use serde::{Deserializer, Serializer};

pub(crate) mod collection;
pub(crate) mod generic_number;
pub(crate) mod nullable;
pub(crate) mod number;
pub(crate) mod raw_json;
pub(crate) mod seed;
pub(crate) mod serde_codec;
pub(crate) mod text;
pub(crate) mod wrapper;

/// Reads a `T` in this codec's way.
pub trait ReadAs<'de, T> {
    /// Reads it.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// Writes a `T` in this codec's way.
pub trait WriteAs<T: ?Sized> {
    /// Whether there is nothing to write.
    fn is_absent(_: &T) -> bool {
        false
    }

    /// Writes it.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}
