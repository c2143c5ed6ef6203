//! `Edm.Guid`.

use super::text_form::text_form;
use crate::edm::{
    error::Reason,
    primitive::Primitive,
    text_form::{Line, TextForm},
};

/// A 128-bit identifier: `Edm.Guid`.
///
/// *Canonical text:* hex digits in groups of 8-4-4-4-12, in lower case. Reading accepts upper case and rejects braces, `urn:uuid:` and
/// a text without hyphens. The order is that of the text.
///
/// ```
/// use odata_core::edm::Guid;
///
/// let id: Guid = "7D9AF2C1-0b6e-4c53-9f0e-2A64D0E1B3F8".parse()?;
/// assert_eq!(id.to_string(), "7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8");
/// assert_eq!(id, Guid::from_bytes(*id.as_bytes()));
/// assert!("7d9af2c10b6e4c539f0e2a64d0e1b3f8".parse::<Guid>().is_err());
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// The default is [`Guid::NIL`]. Source: JSON 4.01 §7.1, ABNF rule `guidValue`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid([u8; 16]);

const LENGTH: usize = 36;

impl Guid {
    /// All bits zero.
    pub const NIL: Self = Self([0; 16]);

    /// Creates a Guid from bytes in the order of the text.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Creates the Guid whose text has the hex digits of this number.
    #[must_use]
    pub const fn from_u128(number: u128) -> Self {
        Self(number.to_be_bytes())
    }

    /// Returns the bytes in the order of the text.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Returns the hex digits of the text as a number.
    #[must_use]
    pub const fn as_u128(self) -> u128 {
        u128::from_be_bytes(self.0)
    }

    /// Returns whether all bits are zero.
    #[must_use]
    pub const fn is_nil(self) -> bool {
        self.as_u128() == 0
    }

    fn text(self) -> Line<{ LENGTH + 2 }> {
        /// The positions of the two digits of each byte. Hyphens are at the other positions.
        const BYTE_OFFSETS: [usize; 16] =
            [1, 3, 5, 7, 10, 12, 15, 17, 20, 22, 25, 27, 29, 31, 33, 35];
        let mut text = [b'-'; LENGTH + 2];
        (text[0], text[LENGTH + 1]) = (b'"', b'"');
        for (byte, start) in self.0.into_iter().zip(BYTE_OFFSETS) {
            if let Some([high, low]) = text.get_mut(start..start + 2) {
                *high = hex_digit(byte >> 4);
                *low = hex_digit(byte & 0xF);
            }
        }
        Line::from(text)
    }
}

#[inline]
fn hex_digit(number: u8) -> u8 {
    if number < 10 {
        b'0' + number
    } else {
        b'a' - 10 + number
    }
}

impl TextForm for Guid {
    const PRIMITIVE: Primitive = Primitive::Guid;

    fn read(text: &str) -> Result<Self, Reason> {
        read(text).ok_or(Reason::Borrowed(
            "a Guid has 32 hex digits in groups of 8-4-4-4-12",
        ))
    }
}

fn read(text: &str) -> Option<Guid> {
    let text: &[u8; LENGTH] = text.as_bytes().try_into().ok()?;
    let (a, rest) = text.split_first_chunk::<8>()?;
    let (b, rest) = rest.strip_prefix(b"-")?.split_first_chunk::<4>()?;
    let (c, rest) = rest.strip_prefix(b"-")?.split_first_chunk::<4>()?;
    let (d, rest) = rest.strip_prefix(b"-")?.split_first_chunk::<4>()?;
    let (e, f) = rest.strip_prefix(b"-")?.split_first_chunk::<4>()?;
    let number = [
        eight_digits(u64::from_be_bytes(*a))?,
        eight_digits(joined(*b, *c))?,
        eight_digits(joined(*d, *e))?,
        eight_digits(u64::from_be_bytes(f.try_into().ok()?))?,
    ];
    let number = number
        .into_iter()
        .fold(0, |number, part| number << 32 | u128::from(part));
    Some(Guid::from_u128(number))
}

fn joined(high: [u8; 4], low: [u8; 4]) -> u64 {
    u64::from(u32::from_be_bytes(high)) << 32 | u64::from(u32::from_be_bytes(low))
}

/// Parses eight hex digits at once. Each byte of `text` is a digit; additions that cannot carry into the next byte compare each byte
/// with a bound.
#[inline]
fn eight_digits(text: u64) -> Option<u32> {
    const EACH_BYTE: u64 = 0x0101_0101_0101_0101;
    const TOP_BITS: u64 = 0x80 * EACH_BYTE;
    // Sets the top bit of each byte that is at least `bound`; bytes and bounds are below 0x80.
    let at_least = |text: u64, bound: u8| text + (0x80 - u64::from(bound)) * EACH_BYTE;
    if text & TOP_BITS != 0 {
        return None;
    }
    let lower = text | (0x20 * EACH_BYTE);
    let digits = at_least(text, b'0') & !at_least(text, b'9' + 1) & TOP_BITS;
    let letters = at_least(lower, b'a') & !at_least(lower, b'f' + 1) & TOP_BITS;
    if digits | letters != TOP_BITS {
        return None;
    }
    // The low four bits of a digit are its number; those of a letter are 1 to 6.
    let numbers = (text & (0x0F * EACH_BYTE)) + (letters >> 7) * 9;
    let bytes = (numbers >> 4 | numbers) & 0x00FF_00FF_00FF_00FF;
    let pairs = (bytes >> 8 | bytes) & 0x0000_FFFF_0000_FFFF;
    Some((pairs >> 16 | pairs) as u32)
}

text_form!(Guid);
