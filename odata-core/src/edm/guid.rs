//! `Edm.Guid`.

use super::Primitive;
use super::error::Reason;
use super::text_form::{Line, TextForm, text_form};

/// A 128-bit identifier: `Edm.Guid`.
///
/// *Canonical text:* hex digits in groups of 8-4-4-4-12, in lower case. Upper case is read; braces, `urn:uuid:` and a
/// text without hyphens are not. The order is that of the text.
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
/// The default is [`Guid::NIL`]. Source: OData JSON Format 4.01 §7.1, OData ABNF rule `guidValue`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid([u8; 16]);

const LENGTH: usize = 36;

/// Where the two digits of each byte start.
const STARTS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

impl Guid {
    /// All bits zero.
    pub const NIL: Self = Self([0; 16]);

    /// The identifier of these bytes, in the order of the text.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The identifier whose text is the hex digits of this number.
    #[must_use]
    pub const fn from_u128(number: u128) -> Self {
        Self(number.to_be_bytes())
    }

    /// The bytes, in the order of the text.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The hex digits of the text as a number.
    #[must_use]
    pub const fn as_u128(self) -> u128 {
        u128::from_be_bytes(self.0)
    }

    /// Whether all bits are zero.
    #[must_use]
    pub const fn is_nil(self) -> bool {
        self.as_u128() == 0
    }

    fn text(self) -> Line<LENGTH> {
        let mut line = Line::new();
        for (index, byte) in self.0.into_iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                line.push(b'-');
            }
            line.push(hex_digit(byte >> 4));
            line.push(hex_digit(byte & 0xF));
        }
        line
    }
}

const fn hex_digit(number: u8) -> u8 {
    if number < 10 {
        b'0' + number
    } else {
        b'a' - 10 + number
    }
}

/// The number of each hex digit, and `NOT_HEX` for any other byte.
#[expect(
    clippy::indexing_slicing,
    reason = "a constant: an index out of range does not compile"
)]
static HEX: [u8; 256] = {
    let mut table = [NOT_HEX; 256];
    let mut number = 0;
    while number < 16 {
        let digit = hex_digit(number);
        table[digit as usize] = number;
        table[digit.to_ascii_uppercase() as usize] = number;
        number += 1;
    }
    table
};

const NOT_HEX: u8 = 0xFF;

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
    let digit = |at: usize| {
        text.get(at)
            .and_then(|&byte| HEX.get(usize::from(byte)))
            .copied()
            .unwrap_or(NOT_HEX)
    };
    let mut bytes = [0; 16];
    // Each byte is looked at before one verdict on all: no branch a digit.
    let mut seen = 0;
    for (byte, start) in bytes.iter_mut().zip(STARTS) {
        let (high, low) = (digit(start), digit(start + 1));
        seen |= high | low;
        *byte = high << 4 | low & 0xF;
    }
    let hyphens = [8, 13, 18, 23]
        .into_iter()
        .all(|at| text.get(at) == Some(&b'-'));
    (hyphens && seen & 0xF0 == 0).then_some(Guid(bytes))
}

text_form!(Guid);
