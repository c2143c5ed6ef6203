//! `Edm.Stream`.

use serde::{
    de::{Deserialize, Deserializer, Error, Unexpected},
    ser::{Serialize, Serializer},
};

use crate::{
    codec::raw_json::RawJson,
    edm::{binary::Binary, error::ParseError, primitive::Primitive},
    model::odata_type::ODataType,
    raw::captured::capture,
    validate::Validate,
};

/// The content of a media stream that stands in the JSON itself: the value of an `Edm.Stream`.
///
/// Most often it does not: then the property is absent and its links, media type and etag are
/// control information (`photo@odata.mediaReadLink` and so on). From 4.01 on, a service may write
/// the content inline, and `photo@mediaContentType` says which of three forms it has: JSON for a
/// JSON media type, a string for text, base64url in a string for all else. The media type stands
/// beside the value, so which string it is the caller must know.
///
/// A stream property is an `Option<Stream>`: `null` is no content.
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
/// Source: OData JSON Format 4.01 §9.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stream {
    /// A JSON string: text, or bytes in base64url.
    Text(String),
    /// Any other JSON, exactly as it came.
    Json(RawJson),
}

impl Stream {
    /// The string, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Json(_) => None,
        }
    }

    /// The bytes of a stream whose media type is neither text nor JSON.
    ///
    /// # Errors
    /// The content is no string, or not base64 in either alphabet.
    pub fn to_binary(&self) -> Result<Binary, ParseError> {
        match self {
            Self::Text(text) => text.parse(),
            Self::Json(json) => {
                let reason = "it is a JSON string";
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
            _ => RawJson::take(&json).map(Self::Json),
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
