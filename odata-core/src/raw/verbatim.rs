//! Writing text verbatim if the serializer is serde_json's.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// The name of the struct through which serde_json reads and writes the text of a value.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// Writes valid JSON text: verbatim for serde_json, as the parsed value for any other format.
pub(crate) fn write_text<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_serde_json::<S>() {
        write_verbatim(text, serializer)
    } else {
        serde_json::from_str::<serde_json::Value>(text)
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

/// Writes valid JSON text into serde_json's serializer.
#[inline]
pub(crate) fn write_verbatim<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
    raw.serialize_field(RAW_VALUE, text)?;
    raw.end()
}

/// Returns whether the serializer is serde_json's, or a wrapper around it. serde has no way to ask, so the name of the type decides.
pub(crate) fn is_serde_json<S>() -> bool {
    let name = std::any::type_name::<S>();
    // The most frequent one first: this comparison is evaluated at compile time.
    name.starts_with("&mut serde_json::ser::Serializer<")
        || name.contains("serde_json::") && !name.contains("serde_json::ser::MapKeySerializer")
}
