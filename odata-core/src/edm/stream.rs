//! `Edm.Stream`.

use serde::{
    de::{Deserialize, Deserializer, Error, Unexpected},
    ser::{Serialize, Serializer},
};

use crate::{
    codec::RawJson,
    edm::{binary::Binary, error::ParseError, primitive::Primitive},
    model::ODataType,
    raw::captured::capture,
    validate::Validate,
};

/// The content of a media stream, inline in the JSON: the value of an `Edm.Stream`.
///
/// Usually the content is not inline: the property is absent, and its links, media type and etag are control information
/// (`photo@odata.mediaReadLink` and so on). From 4.01 on, a service may write the content inline. Its form depends on
/// `photo@mediaContentType`: JSON for a JSON media type, a string for text, and a base64url string for any other media type. Since the
/// media type is not part of the value, the caller decides whether a string is text or bytes. A service must send the media type with
/// inline content. Content without it is accepted, because no other rule applies to its form.
///
/// A stream property is an `Option<Stream>`; `null` means that there is no content.
///
/// ```
/// use odata_core::edm::{Binary, Stream};
///
/// let note: Stream = serde_json::from_str(r#""hello""#)?;
/// assert_eq!(note.as_text(), Some("hello"));
///
/// let image = Stream::from(&Binary::from([0xFB, 0xFF]));
/// assert_eq!(serde_json::to_string(&image)?, r#""-_8=""#);
/// assert_eq!(image.to_binary()?, Binary::from([0xFB, 0xFF]));
///
/// let settings: Stream = serde_json::from_str(r#"{"size": 1.50}"#)?;
/// assert_eq!(serde_json::to_string(&settings)?, r#"{"size":1.50}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: JSON 4.01 §9.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stream {
    /// A JSON string: text, or bytes as base64url.
    Text(String),
    /// Any other JSON value, exactly as it was read.
    Json(RawJson),
}

impl Stream {
    /// Returns the string, if the content is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Json(_) => None,
        }
    }

    /// Decodes the bytes of a stream whose media type is neither text nor JSON.
    ///
    /// # Errors
    /// The content is not a string, or the string is not base64.
    pub fn to_binary(&self) -> Result<Binary, ParseError> {
        match self {
            Self::Text(text) => text.parse(),
            Self::Json(json) => {
                let reason = "it must be a JSON string";
                Err(ParseError::new(Primitive::Binary, json.as_str(), reason))
            }
        }
    }
}

impl From<String> for Stream {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Stream {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&Binary> for Stream {
    fn from(bytes: &Binary) -> Self {
        Self::Text(bytes.to_string())
    }
}

impl ODataType for Stream {
    const NAME: &'static str = Primitive::Stream.name();
}

impl Validate for Stream {}

impl<'de> Deserialize<'de> for Stream {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = capture(deserializer)?;
        match json.as_bytes() {
            [b'"', ..] => serde_json::from_str(&json)
                .map(Self::Text)
                .map_err(D::Error::custom),
            b"null" => Err(D::Error::invalid_type(
                Unexpected::Unit,
                &"the content of a stream",
            )),
            _ => RawJson::from_captured(&json).map(Self::Json),
        }
    }
}

impl Serialize for Stream {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Json(json) => json.serialize(serializer),
        }
    }
}

crate::codec::property_type::property_type! {
    [] Stream,
}
