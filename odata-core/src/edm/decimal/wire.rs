//! Reads and writes a [`Decimal`] through serde without a float.
//!
//! serde's data model has no numbers of arbitrary precision. `serde_json` passes the JSON text of a value to a newtype with a certain name,
//! and writes the content of a struct with this name verbatim. Other formats treat such a newtype like any other and pass their own
//! numbers. (`raw::captured::capture` does the same for any value, but it allocates for a reader and would turn another
//! format's number into text.)

use std::fmt::{self, Display};

use serde::{
    de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor},
    ser::{Serialize, SerializeStruct, Serializer},
};

use crate::{
    codec::ARBITRARY_NUMBER,
    edm::{
        decimal::{Decimal, INF, NAN, NEGATIVE_INF},
        primitive::Primitive,
        text_form::BrokenRule,
    },
    protocol::Version,
    raw::{CowStr, RAW_VALUE, is_serde_json},
    session::{read_policy, write_policy},
};

#[derive(Clone, Copy)]
struct DecimalVisitor;

impl DecimalVisitor {
    fn number<E: Error>(self, text: &str) -> Result<Decimal, E> {
        if text.contains(['e', 'E']) && !reads_exponents() {
            let reason = "an exponent needs OData 4.01 or ExponentialDecimals=true";
            return Err(E::invalid_value(
                Unexpected::Other(text),
                &broken_rule(reason),
            ));
        }
        Decimal::read(text)
            .map_err(|reason| E::invalid_value(Unexpected::Other(text), &broken_rule(&reason)))
    }

    /// Parses a JSON number.
    fn json_number<E: Error>(self, text: &str) -> Result<Decimal, E> {
        if read_policy().strict_ieee754 {
            let reason = "IEEE754Compatible=true requires a string";
            return Err(E::invalid_type(
                Unexpected::Other(text),
                &broken_rule(reason),
            ));
        }
        self.number(text)
    }

    /// Parses the text of a JSON value.
    fn json<E: Error>(self, json: &str) -> Result<Decimal, E> {
        let unexpected = match json.as_bytes() {
            [b'-' | b'0'..=b'9', ..] => return self.json_number(json),
            [b'"', ..] => {
                let text: String = serde_json::from_str(json).map_err(E::custom)?;
                return self.visit_str(&text);
            }
            [b'{', ..] => Unexpected::Map,
            [b'[', ..] => Unexpected::Seq,
            [b'n', ..] => Unexpected::Unit,
            _ => Unexpected::Bool(json == "true"),
        };
        Err(E::invalid_type(unexpected, &self))
    }
}

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Primitive::Decimal.expected().fmt(f)
    }

    /// Reads the map of `serde_json`, whose only key names the kind of its value.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        match map.next_key_seed(CowStr("a key"))?.as_deref() {
            Some(RAW_VALUE) => self.json(&map.next_value_seed(CowStr("JSON text"))?),
            Some(ARBITRARY_NUMBER) => self.json_number(&map.next_value::<String>()?),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    /// Reads a value that is not from serde_json.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        if number.is_finite() {
            Ok(number.into())
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        let policy = read_policy();
        let (is_allowed, reason) = match text {
            INF | NEGATIVE_INF | NAN => (
                policy.version >= Version::V401,
                "INF, -INF and NaN need OData 4.01",
            ),
            _ => (policy.ieee754, "a string needs IEEE754Compatible=true"),
        };
        if is_allowed {
            return self.number(text);
        }
        Err(E::invalid_type(Unexpected::Str(text), &broken_rule(reason)))
    }
}

fn broken_rule(reason: &str) -> BrokenRule<'_> {
    BrokenRule {
        primitive: Primitive::Decimal,
        reason,
    }
}

fn reads_exponents() -> bool {
    let policy = read_policy();
    policy.version >= Version::V401 || policy.exponential_decimals
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW_VALUE, DecimalVisitor)
    }
}

/// Writes a number with exactly this text to `serde_json`; to other formats, an integer or a float if one of them has the value, else a
/// string. A value that is not finite is a string in every format. The options may replace an exponent by zeros.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let policy = write_policy();
        let plain = if self.has_exponent() && !policy.exponential_decimals {
            // An exponent remains if the text without it is too long.
            self.to_plain()
        } else {
            None
        };
        let text = plain.as_deref().unwrap_or(&self.text);
        if !self.is_finite() || policy.ieee754 {
            return serializer.serialize_str(text);
        }
        if is_serde_json::<S>() {
            let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
            raw.serialize_field(RAW_VALUE, text)?;
            return raw.end();
        }
        if let Some(integer) = self.to_i128() {
            if let Ok(integer) = i64::try_from(integer) {
                return serializer.serialize_i64(integer);
            }
            if let Ok(integer) = u64::try_from(integer) {
                return serializer.serialize_u64(integer);
            }
        }
        let float = self.to_f64();
        if Decimal::from(float) == *self {
            return serializer.serialize_f64(float);
        }
        serializer.serialize_str(text)
    }
}
