//! `Edm.Binary`.

use std::ops::Deref;

use base64::{
    DecodeError, Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
};
use serde::Serializer;

use super::text_form::{compared_by, text_form};
use crate::{
    edm::{error::Reason, primitive::Primitive, text_form::TextForm},
    session::write_policy,
};

/// Bytes, a base64 string in JSON: `Edm.Binary`.
///
/// Reading accepts the URL-safe alphabet of RFC 4648 §5 and the standard alphabet of §4, each with or without padding, and rejects a text
/// that uses both alphabets. An impossible length, incomplete padding, and bits set after the last byte are errors: such a text was cut or
/// altered.
///
/// *Canonical text:* the form that was read. A new value is written in the URL-safe alphabet with padding, since many decoders
/// reject a text without it. Services such as Microsoft's use the standard alphabet:
/// [`WriteOptions::microsoft`](crate::WriteOptions::microsoft) and
/// [`standard_base64`](crate::WriteOptions::standard_base64) write every value in it.
///
/// Equality, order and hash are those of the bytes.
///
/// ```
/// use odata_core::edm::Binary;
///
/// let bytes: Binary = "-_8".parse()?;
/// assert_eq!(bytes.as_ref(), [0xFB, 0xFF]);
/// assert_eq!(bytes, "+/8=".parse()?);
/// assert_eq!((bytes.to_string(), bytes.to_standard_base64()), ("-_8".into(), "+/8=".into()));
/// assert_eq!(Binary::from([0xFB, 0xFF]).to_string(), "-_8=");
/// assert!("-_9".parse::<Binary>().is_err(), "9 has a bit beyond the second byte");
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// It dereferences to `[u8]`. Source: JSON 4.01 §7.1, ABNF rule `binaryValue`.
#[derive(Clone, Default)]
pub struct Binary {
    bytes: Vec<u8>,
    form: Form,
}

/// The differences of a base64 text from the text that is written for a new value.
#[derive(Clone, Copy, Default)]
struct Form {
    is_standard: bool,
    is_unpadded: bool,
}

impl Binary {
    /// Returns the bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Returns the text in the standard alphabet of RFC 4648 §4, with padding.
    #[must_use]
    pub fn to_standard_base64(&self) -> String {
        STANDARD.encode(&self.bytes)
    }

    fn text(&self) -> String {
        let engine = match (self.form.is_standard, self.form.is_unpadded) {
            (false, false) => &URL_SAFE,
            (false, true) => &URL_SAFE_NO_PAD,
            (true, false) => &STANDARD,
            (true, true) => &STANDARD_NO_PAD,
        };
        engine.encode(&self.bytes)
    }
}

const LETTERS: &str =
    "base64 has the letters A-Z, a-z and 0-9, with - and _ or + and /, and = only at its end";

const LENGTH: &str = "a base64 text cannot have this length";

impl TextForm for Binary {
    const PRIMITIVE: Primitive = Primitive::Binary;

    fn read(text: &str) -> Result<Self, Reason> {
        let digits = match text.as_bytes() {
            [rest @ .., b'=', b'='] if rest.len() % 4 == 2 => rest,
            [rest @ .., b'='] if rest.len() % 4 == 3 => rest,
            all => all,
        };
        let form = Form {
            is_standard: text.contains(['+', '/']),
            is_unpadded: !text.len().is_multiple_of(4),
        };
        let engine = match form.is_standard {
            true => &STANDARD_NO_PAD,
            false => &URL_SAFE_NO_PAD,
        };
        match engine.decode(digits) {
            Ok(bytes) => Ok(Self { bytes, form }),
            Err(error) => Err(Reason::Borrowed(match error {
                DecodeError::InvalidLength(_) => LENGTH,
                _ if digits.len() == 1 => LENGTH,
                DecodeError::InvalidLastSymbol(..) => {
                    "the last digit has bits set beyond the last byte"
                }
                DecodeError::InvalidByte(..) | DecodeError::InvalidPadding => LETTERS,
            })),
        }
    }
}

text_form!(Binary, write);
compared_by!(Binary, as_ref);

/// Writes the form that was read, unless the options require the standard one.
fn write<S: Serializer>(binary: &Binary, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&match write_policy().standard_base64 {
        true => binary.to_standard_base64(),
        false => binary.text(),
    })
}

impl Deref for Binary {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            form: Form::default(),
        }
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

impl<const N: usize> From<[u8; N]> for Binary {
    fn from(bytes: [u8; N]) -> Self {
        Vec::from(bytes).into()
    }
}

impl From<Binary> for Vec<u8> {
    fn from(binary: Binary) -> Self {
        binary.bytes
    }
}

impl crate::validate::length::Length for Binary {
    const UNIT: (&'static str, &'static str) = ("byte", "bytes");

    fn length(&self) -> usize {
        self.len()
    }
}
