//! `Edm.Binary`.

use std::ops::Deref;

use serde::Serializer;

use super::text_form::text_form;
use crate::{
    edm::{error::Reason, primitive::Primitive, text_form::TextForm},
    session::policy::write_policy,
};

/// Bytes, in JSON as base64url: `Edm.Binary`.
///
/// *Canonical text:* the URL-safe alphabet of RFC 4648 §5 without padding, as the OData ABNF's `binaryValue` allows.
/// Both alphabets are read, with or without padding, since services such as Microsoft Graph write standard base64;
/// [`to_standard_base64`](Self::to_standard_base64) is for writing to those that ask for it. A length that no bytes have,
/// padding that is not complete, and bits set behind the last byte are errors: such a text was cut or altered.
///
/// ```
/// use odata_core::edm::Binary;
///
/// let bytes: Binary = "-_8".parse()?;
/// assert_eq!(bytes.as_ref(), [0xFB, 0xFF]);
/// assert_eq!(bytes, "+/8=".parse()?);
/// assert_eq!((bytes.to_string(), bytes.to_standard_base64()), ("-_8".into(), "+/8=".into()));
/// assert!("-_9".parse::<Binary>().is_err(), "9 has a bit beyond the second byte");
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// It dereferences to `[u8]`. Source: OData JSON Format 4.01 §7.1, OData ABNF rule `binaryValue`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Binary(Vec<u8>);

impl Binary {
    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The text in the standard alphabet of RFC 4648 §4, with padding.
    #[must_use]
    pub fn to_standard_base64(&self) -> String {
        let mut text = self.text().replace('-', "+").replace('_', "/");
        while !text.len().is_multiple_of(4) {
            text.push('=');
        }
        text
    }

    fn text(&self) -> String {
        let mut text = Vec::with_capacity(self.0.len().div_ceil(3) * 4);
        let (chunks, rest) = self.0.as_chunks::<3>();
        for &[a, b, c] in chunks {
            let bits = u32::from_be_bytes([0, a, b, c]);
            text.extend_from_slice(&[bits >> 18, bits >> 12, bits >> 6, bits].map(digit));
        }
        match *rest {
            [a] => text.extend([u32::from(a) >> 2, u32::from(a) << 4].map(digit)),
            [a, b] => {
                let bits = u32::from_be_bytes([0, 0, a, b]);
                text.extend([bits >> 10, bits >> 4, bits << 2].map(digit));
            }
            _ => {}
        }
        // Digits are ASCII.
        String::from_utf8(text).unwrap_or_default()
    }
}

/// The digit of the last six bits in the URL-safe alphabet.
#[inline]
fn digit(bits: u32) -> u8 {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let [number, ..] = (bits & 0x3F).to_le_bytes();
    ALPHABET.get(usize::from(number)).copied().unwrap_or(b'A')
}

/// The number of each digit of either alphabet, and `NO_DIGIT` for any other byte.
#[expect(
    clippy::indexing_slicing,
    reason = "a constant: an index out of range does not compile"
)]
static DIGITS: [u8; 256] = {
    let mut table = [NO_DIGIT; 256];
    let mut number = 0;
    while number < 26 {
        table[(b'A' + number) as usize] = number;
        table[(b'a' + number) as usize] = number + 26;
        number += 1;
    }
    number = 0;
    while number < 10 {
        table[(b'0' + number) as usize] = number + 52;
        number += 1;
    }
    table[b'-' as usize] = 62;
    table[b'+' as usize] = 62;
    table[b'_' as usize] = 63;
    table[b'/' as usize] = 63;
    table
};

const NO_DIGIT: u8 = 0xFF;

const LETTERS: &str =
    "base64 has the letters A-Z, a-z and 0-9, with - and _ or + and /, and = only at its end";

/// Joins the bits of up to four digits; `None` where one of them is none.
fn join<const N: usize>(digits: [u8; N]) -> Option<u32> {
    digits
        .into_iter()
        .try_fold(0, |bits, digit| match DIGITS.get(usize::from(digit)) {
            Some(&number) if number != NO_DIGIT => Some(bits << 6 | u32::from(number)),
            _ => None,
        })
}

impl TextForm for Binary {
    const PRIMITIVE: Primitive = Primitive::Binary;

    fn read(text: &str) -> Result<Self, Reason> {
        let digits = match text.as_bytes() {
            [rest @ .., b'=', b'='] if rest.len() % 4 == 2 => rest,
            [rest @ .., b'='] if rest.len() % 4 == 3 => rest,
            all => all,
        };
        let (chunks, rest) = digits.as_chunks::<4>();
        let mut bytes = Vec::with_capacity(chunks.len() * 3 + rest.len());
        for &chunk in chunks {
            let [_, a, b, c] = join(chunk).ok_or(LETTERS)?.to_be_bytes();
            bytes.extend([a, b, c]);
        }
        // What is left of the last digit's bits is no byte and must be zero.
        let surplus = match *rest {
            [] => 0,
            [_] => return Err("no bytes have a base64 text of this length".into()),
            [a, b] => {
                let bits = join([a, b]).ok_or(LETTERS)?;
                bytes.push((bits >> 4) as u8);
                bits & 0xF
            }
            [a, b, c, ..] => {
                let bits = join([a, b, c]).ok_or(LETTERS)?;
                bytes.extend([(bits >> 10) as u8, (bits >> 2) as u8]);
                bits & 0x3
            }
        };
        if surplus == 0 {
            Ok(Self(bytes))
        } else {
            Err("the last digit has bits set beyond the last byte".into())
        }
    }
}

text_form!(Binary, write);

/// In the alphabet that the options ask for.
fn write<S: Serializer>(binary: &Binary, serializer: S) -> Result<S::Ok, S::Error> {
    if write_policy().standard_base64 {
        serializer.serialize_str(&binary.to_standard_base64())
    } else {
        serializer.serialize_str(binary.text().as_str())
    }
}

impl Deref for Binary {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Binary {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.into())
    }
}

impl From<Binary> for Vec<u8> {
    fn from(binary: Binary) -> Self {
        binary.0
    }
}

impl crate::validate::length::Length for Binary {
    const UNIT: (&'static str, &'static str) = ("byte", "bytes");

    fn length(&self) -> usize {
        self.len()
    }
}
