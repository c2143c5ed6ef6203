//! A position.

use serde::{
    de::{Error, IgnoredAny, SeqAccess},
    ser::{Serialize, SerializeSeq, Serializer},
};

/// A position: two to four finite numbers.
///
/// For a geography the first is the longitude and the second the latitude, in degrees; for a geometry they are the x and y coordinates of
/// the plane. The third is the elevation. The fourth is the measure, which RFC 7946 does not forbid and some services write.
///
/// ```
/// use odata_core::edm::geo::Position;
///
/// let summit = Position::new(6.86, 45.83).and_then(|position| position.with_z(4806.0));
/// let summit = summit.ok_or("not finite")?;
/// assert_eq!((summit.x(), summit.y(), summit.z()), (6.86, 45.83, Some(4806.0)));
/// assert!(Position::new(f64::NAN, 0.0).is_none());
/// # Ok::<(), &str>(())
/// ```
///
/// Source: RFC 7946 §3.1.1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    x: f64,
    y: f64,
    z: Option<f64>,
    m: Option<f64>,
}

impl Position {
    /// Creates a position; `None` if a number is not finite.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Option<Self> {
        (x.is_finite() && y.is_finite()).then_some(Self {
            x,
            y,
            z: None,
            m: None,
        })
    }

    /// Returns the position with an elevation; `None` if that is not finite.
    #[must_use]
    pub fn with_z(self, z: f64) -> Option<Self> {
        z.is_finite().then_some(Self { z: Some(z), ..self })
    }

    /// Returns the position with a measure; `None` if that is not finite, or if the position has no elevation.
    #[must_use]
    pub fn with_m(self, m: f64) -> Option<Self> {
        (m.is_finite() && self.z.is_some()).then_some(Self { m: Some(m), ..self })
    }

    /// Returns the first number: the longitude of a geography.
    #[must_use]
    pub fn x(self) -> f64 {
        self.x
    }

    /// Returns the second number: the latitude of a geography.
    #[must_use]
    pub fn y(self) -> f64 {
        self.y
    }

    /// Returns the third number: the elevation.
    #[must_use]
    pub fn z(self) -> Option<f64> {
        self.z
    }

    /// Returns the fourth number: the measure.
    #[must_use]
    pub fn m(self) -> Option<f64> {
        self.m
    }

    /// Reads the numbers after the first.
    pub(super) fn read_rest<'de, A: SeqAccess<'de>>(x: f64, mut seq: A) -> Result<Self, A::Error> {
        let too_short = || A::Error::invalid_length(1, &EXPECTED);
        let y = seq.next_element()?.ok_or_else(too_short)?;
        let z = seq.next_element::<f64>()?;
        let m = match z {
            Some(_) => seq.next_element()?,
            None => None,
        };
        if m.is_some() && seq.next_element::<IgnoredAny>()?.is_some() {
            return Err(A::Error::invalid_length(5, &EXPECTED));
        }
        Self::new(x, y)
            .filter(|_| z.is_none_or(f64::is_finite) && m.is_none_or(f64::is_finite))
            .map(|position| Self { z, m, ..position })
            .ok_or_else(|| A::Error::custom("the numbers of a position must be finite"))
    }
}

const EXPECTED: &str = "a position of two to four numbers";

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let numbers = [Some(self.x), Some(self.y), self.z, self.m];
        let count = numbers.iter().flatten().count();
        let mut seq = serializer.serialize_seq(Some(count))?;
        for number in numbers.into_iter().flatten() {
            seq.serialize_element(&number)?;
        }
        seq.end()
    }
}
