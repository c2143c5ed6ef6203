//! Text written as it is, where the serializer is serde_json's.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// The name by which serde_json hands out, and takes in, a value's own text.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// Writes text that is known to be JSON: verbatim into serde_json, as the value it stands for into any other format.
pub(crate) fn write_text<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_serde_json::<S>() {
        write_verbatim(text, serializer)
    } else {
        serde_json::from_str::<serde_json::Value>(text)
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

#[inline]
pub(crate) fn write_verbatim<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
    raw.serialize_field(RAW_VALUE, text)?;
    raw.end()
}

/// serde gives a serializer no name of its own; the type's name serves. A wrapper around serde_json's names it too.
pub(crate) fn is_serde_json<S>() -> bool {
    let name = std::any::type_name::<S>();
    // The usual one first: that comparison is done when the program is compiled.
    name.starts_with("&mut serde_json::ser::Serializer<")
        || name.contains("serde_json::") && !name.contains("serde_json::ser::MapKeySerializer")
}
