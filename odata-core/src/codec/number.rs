//! The codec of Rust's number types.
//!
//! serde's own impls do not follow OData's rules (JSON 4.01 §3.2 and §7.1): `-0` is a legal integer, but `serde_json` reads it as a
//! float; an `Edm.Int64` is a string under `IEEE754Compatible=true`; an `Edm.Double` may be one of the strings `INF`, `-INF` and `NaN`;
//! and a number too large for an `Edm.Single` must not become infinity.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde::{
    de::{Deserializer, Error, MapAccess, Unexpected, Visitor},
    ser::Serializer,
};

use crate::{
    codec::{ReadAs, WriteAs},
    session::{read_policy, write_policy},
};

/// A Rust number type with OData's JSON form. Used by generated code only.
#[doc(hidden)]
pub trait NumberFormat: Sized {
    /// Reads a number. `ieee754` is called only for a string in place of an integer.
    ///
    /// # Errors
    /// The value is not a number or out of range, or an integer has a fraction or an exponent.
    fn deserialize_number<'de, D: Deserializer<'de>>(
        deserializer: D,
        ieee754: fn() -> bool,
    ) -> Result<Self, D::Error>;

    /// Writes a JSON number, or a string if the number is not finite. `ieee754` is called only for 64-bit integers, and writes them as
    /// strings.
    ///
    /// # Errors
    /// The errors of the serializer.
    fn serialize_number<S: Serializer>(
        &self,
        serializer: S,
        ieee754: fn() -> bool,
    ) -> Result<S::Ok, S::Error>;
}

/// The codec of numbers: `-0` is an integer, `"INF"` a double, `"1"` an Int64 under IEEE754Compatible.
#[derive(Debug)]
pub struct Number;

impl<'de, T: NumberFormat> ReadAs<'de, T> for Number {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize_number(deserializer, || read_policy().ieee754)
    }
}

impl<T: NumberFormat> WriteAs<T> for Number {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize_number(serializer, || write_policy().ieee754)
    }
}

/// The integer types that [`IntegerVisitor`] reads.
trait Integer: TryFrom<i64> + TryFrom<u64> + TryFrom<i128> + TryFrom<u128> + FromStr {
    /// The name and range of the type, for messages.
    const EXPECTED: &'static str;
    /// Whether the Edm type has 64 bits, and values may therefore be strings.
    const MAY_BE_STRING: bool;
}

struct IntegerVisitor<T> {
    ieee754: fn() -> bool,
    number: PhantomData<T>,
}

impl<T: Integer> IntegerVisitor<T> {
    /// Returns whether the read options require a string in place of the number.
    #[inline]
    fn requires_string() -> bool {
        T::MAY_BE_STRING && read_policy().strict_ieee754
    }

    #[cold]
    fn string_required<'de, E: Error>(self, found: Unexpected<'_>) -> E
    where
        Self: Visitor<'de>,
    {
        let expected = format!(
            "{} (IEEE754Compatible=true requires a string)",
            Expecting(&self)
        );
        E::invalid_type(found, &expected.as_str())
    }
}

impl<'de, T: Integer> Visitor<'de> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, without fraction or exponent", T::EXPECTED)
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        if Self::requires_string() {
            return Err(self.string_required(Unexpected::Signed(value)));
        }
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        if Self::requires_string() {
            return Err(self.string_required(Unexpected::Unsigned(value)));
        }
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<T, E> {
        T::try_from(value)
            .map_err(|_| E::invalid_value(Unexpected::Other(&value.to_string()), &self))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<T, E> {
        T::try_from(value)
            .map_err(|_| E::invalid_value(Unexpected::Other(&value.to_string()), &self))
    }

    /// `serde_json` reads `-0`, and integers of more than 64 bits, as floats. It also reads `-0.0` as the same float, which is therefore
    /// accepted.
    #[cold]
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        if value == 0.0 && value.is_sign_negative() {
            return self.visit_i64(0);
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }

    #[cold]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        if !T::MAY_BE_STRING {
            return Err(E::invalid_type(Unexpected::Str(text), &self));
        }
        if !(self.ieee754)() {
            let expected = format!(
                "{} (a string needs IEEE754Compatible=true)",
                Expecting(&self)
            );
            return Err(E::invalid_type(Unexpected::Str(text), &expected.as_str()));
        }
        text.parse()
            .map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }

    #[cold]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let text = arbitrary_number(map, &self)?;
        if Self::requires_string() {
            return Err(self.string_required(Unexpected::Other(&text)));
        }
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let text = if digits == "0" { digits } else { text.as_str() };
        text.parse()
            .map_err(|_| A::Error::invalid_value(Unexpected::Other(text), &self))
    }
}

/// The floating-point types that [`FloatVisitor`] reads.
trait Float: Copy + FromStr {
    const EXPECTED: &'static str;
    const INFINITY: Self;
    const NEGATIVE_INFINITY: Self;
    const NAN: Self;

    /// Returns the nearest value, or `None` if it is infinite but `value` is not.
    fn nearest(value: f64) -> Option<Self>;
    fn is_finite(self) -> bool;
}

struct FloatVisitor<T>(PhantomData<T>);

impl<'de, T: Float> Visitor<'de> for FloatVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"{}, or one of the strings "INF", "-INF" and "NaN""#,
            T::EXPECTED
        )
    }

    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        T::nearest(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.visit_f64(value as f64)
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.visit_f64(value as f64)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<T, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<T, E> {
        self.visit_f64(value as f64)
    }

    #[cold]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        match text {
            "INF" => Ok(T::INFINITY),
            "-INF" => Ok(T::NEGATIVE_INFINITY),
            "NaN" => Ok(T::NAN),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    #[cold]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let text = arbitrary_number(map, &self)?;
        match text.parse::<T>() {
            Ok(value) if value.is_finite() => Ok(value),
            _ => Err(A::Error::invalid_value(Unexpected::Other(&text), &self)),
        }
    }
}

/// The key of the map in which `serde_json` passes the text of a number if its feature `arbitrary_precision` is on.
pub(crate) const ARBITRARY_NUMBER: &str = "$serde_json::private::Number";

/// Reads the text of a number from such a map.
pub(crate) fn arbitrary_number<'de, A: MapAccess<'de>>(
    mut map: A,
    expected: &dyn serde::de::Expected,
) -> Result<String, A::Error> {
    match map.next_key::<String>()? {
        Some(key) if key == ARBITRARY_NUMBER => map.next_value(),
        _ => Err(A::Error::invalid_type(Unexpected::Map, expected)),
    }
}

/// Displays what a visitor expects.
struct Expecting<'a, V>(&'a V);

impl<'de, V: Visitor<'de>> fmt::Display for Expecting<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}

macro_rules! integer {
    ($($type:ident $read:ident $write:ident $may_be_string:literal $range:literal)*) => {$(
        impl Integer for $type {
            const EXPECTED: &'static str = $range;
            const MAY_BE_STRING: bool = $may_be_string;
        }

        impl NumberFormat for $type {
            #[inline]
            fn deserialize_number<'de, D: Deserializer<'de>>(deserializer: D, ieee754: fn() -> bool) -> Result<Self, D::Error> {
                deserializer.$read(IntegerVisitor { ieee754, number: PhantomData })
            }

            #[inline]
            fn serialize_number<S: Serializer>(&self, serializer: S, ieee754: fn() -> bool) -> Result<S::Ok, S::Error> {
                if $may_be_string && ieee754() {
                    return serializer.collect_str(self);
                }
                serializer.$write(*self as _)
            }
        }
    )*};
}

// Types that may be strings need `deserialize_any`: `serde_json` rejects a string in `deserialize_i64` and the like.
integer! {
    i8 deserialize_i8 serialize_i8 false "an Edm.SByte, a whole number from -128 to 127"
    u8 deserialize_u8 serialize_u8 false "an Edm.Byte, a whole number from 0 to 255"
    i16 deserialize_i16 serialize_i16 false "an Edm.Int16, a whole number from -32768 to 32767"
    i32 deserialize_i32 serialize_i32 false "an Edm.Int32, a whole number from -2147483648 to 2147483647"
    i64 deserialize_any serialize_i64 true "an Edm.Int64, a whole number from -9223372036854775808 to 9223372036854775807"
    u16 deserialize_u16 serialize_u16 false "a whole number from 0 to 65535"
    u32 deserialize_any serialize_u32 true "a whole number from 0 to 4294967295"
    u64 deserialize_any serialize_u64 true "a whole number from 0 to 18446744073709551615"
    isize deserialize_any serialize_i64 true "a whole number in the range of `isize`"
    usize deserialize_any serialize_u64 true "a whole number in the range of `usize`"
}

macro_rules! float {
    ($($type:ident $write:ident $expected:literal)*) => {$(
        impl Float for $type {
            const EXPECTED: &'static str = $expected;
            const INFINITY: Self = $type::INFINITY;
            const NEGATIVE_INFINITY: Self = $type::NEG_INFINITY;
            const NAN: Self = $type::NAN;

            #[inline]
            fn nearest(value: f64) -> Option<Self> {
                let nearest = value as $type;
                // Other formats have infinities; a finite number must not become one.
                (nearest.is_finite() || !value.is_finite()).then_some(nearest)
            }

            fn is_finite(self) -> bool {
                $type::is_finite(self)
            }
        }

        impl NumberFormat for $type {
            #[inline]
            fn deserialize_number<'de, D: Deserializer<'de>>(deserializer: D, _: fn() -> bool) -> Result<Self, D::Error> {
                deserializer.deserialize_any(FloatVisitor(PhantomData))
            }

            #[inline]
            fn serialize_number<S: Serializer>(&self, serializer: S, _: fn() -> bool) -> Result<S::Ok, S::Error> {
                if self.is_finite() {
                    serializer.$write(*self)
                } else {
                    serializer.serialize_str(non_finite_text(f64::from(*self)))
                }
            }
        }
    )*};
}

float! {
    f64 serialize_f64 "an Edm.Double, a number of 64-bit binary floating point"
    f32 serialize_f32 "an Edm.Single, a number from -3.4028235e38 to 3.4028235e38"
}

/// Returns the string for a value that is not finite.
#[cold]
fn non_finite_text(value: f64) -> &'static str {
    match (value.is_nan(), value.is_sign_negative()) {
        (true, _) => "NaN",
        (false, true) => "-INF",
        (false, false) => "INF",
    }
}
