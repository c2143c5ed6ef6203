//! How a [`Decimal`] goes through serde without becoming a float.
//!
//! serde's data model has no number of any length. `serde_json` has a way around that: a newtype of a certain name is
//! handed the JSON text itself, and a struct of that name is written as the text it holds. Other formats take such a
//! newtype for any other one and give their own kind of number. (`text::capture` asks in the same way, for any value. It would own what a
//! reader hands over, and take another format's number for the text that Rust has for it.)

use std::fmt;

use serde::{
    de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Unexpected, Visitor},
    ser::{Serialize, SerializeStruct, Serializer},
};

use crate::{
    codec::number::ARBITRARY_NUMBER,
    edm::{decimal::Decimal, primitive::Primitive, text_form::Because},
    protocol::version::Version,
    raw::verbatim::{RAW_VALUE, is_serde_json},
    session::policy::{read_policy, write_policy},
};

/// Which strings stand for a decimal; the reading options say so.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default)]
pub struct TextRules {
    /// Numbers in strings, as under `IEEE754Compatible=true`.
    pub ieee754: bool,
    /// `"INF"`, `"-INF"` and `"NaN"`, as 4.01 has them.
    pub infinity: bool,
    /// Exponents, as 4.01 has them and 4.0 under `ExponentialDecimals=true`.
    pub exponent: bool,
}

/// Reads a decimal; `rules` is asked only when a string or an exponent comes.
///
/// # Errors
/// Not a number, more than 1024 characters, or a string that the rules do not allow.
#[doc(hidden)]
pub fn deserialize_decimal<'de, D: Deserializer<'de>>(
    deserializer: D,
    rules: fn() -> TextRules,
) -> Result<Decimal, D::Error> {
    deserializer.deserialize_newtype_struct(RAW_VALUE, DecimalVisitor { rules })
}

#[derive(Clone, Copy)]
struct DecimalVisitor {
    rules: fn() -> TextRules,
}

impl DecimalVisitor {
    fn number<E: Error>(self, text: &str) -> Result<Decimal, E> {
        if text.contains(['e', 'E']) && !(self.rules)().exponent {
            return Err(E::invalid_value(
                Unexpected::Other(text),
                &Because {
                    primitive: Primitive::Decimal,
                    reason: "an exponent needs OData 4.01 or ExponentialDecimals=true",
                },
            ));
        }
        Decimal::read(text).map_err(|reason| {
            E::invalid_value(
                Unexpected::Other(text),
                &Because {
                    primitive: Primitive::Decimal,
                    reason: &reason,
                },
            )
        })
    }

    /// Reads the text of a JSON value.
    fn json<E: Error>(self, json: &str) -> Result<Decimal, E> {
        let unexpected = match json.as_bytes() {
            [b'-' | b'0'..=b'9', ..] => return self.number(json),
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
        write!(f, "{}", Primitive::Decimal.expected())
    }

    /// `serde_json`: one key that says what its value is.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        match map.next_key_seed(TokenSeed)? {
            Some(Token::RawText) => map.next_value_seed(JsonSeed(self)),
            Some(Token::Number) => self.number(&map.next_value::<String>()?),
            Some(Token::Other) | None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    /// Any other format.
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
        let rules = (self.rules)();
        let word = matches!(
            text,
            crate::edm::decimal::INF | crate::edm::decimal::NEGATIVE_INF | crate::edm::decimal::NAN
        );
        let allowed = if word { rules.infinity } else { rules.ieee754 };
        if allowed {
            return self.number(text);
        }
        let reason = if word {
            "INF, -INF and NaN need OData 4.01"
        } else {
            "a string needs IEEE754Compatible=true"
        };
        Err(E::invalid_type(
            Unexpected::Str(text),
            &Because {
                primitive: Primitive::Decimal,
                reason,
            },
        ))
    }
}

/// The text of a JSON value, wherever the parser keeps it.
struct JsonSeed(DecimalVisitor);

impl<'de> DeserializeSeed<'de> for JsonSeed {
    type Value = Decimal;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for JsonSeed {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: Error>(self, json: &str) -> Result<Decimal, E> {
        self.0.json(json)
    }
}

enum Token {
    RawText,
    Number,
    Other,
}

struct TokenSeed;

impl<'de> DeserializeSeed<'de> for TokenSeed {
    type Value = Token;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Token, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TokenSeed {
    type Value = Token;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Token, E> {
        Ok(match key {
            RAW_VALUE => Token::RawText,
            ARBITRARY_NUMBER => Token::Number,
            _ => Token::Other,
        })
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_decimal(deserializer, rules_in_force)
    }
}

fn rules_in_force() -> TextRules {
    let policy = read_policy();
    let is_401 = policy.version >= Version::V401;
    TextRules {
        ieee754: policy.ieee754,
        infinity: is_401,
        exponent: is_401 || policy.exponential_decimals,
    }
}

/// As a number with this text by `serde_json`; elsewhere as an integer or a float where one of them has the value, else
/// as a string. What is no number is a string everywhere. An exponent is written out where the options have none.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let policy = write_policy();
        let plain = if self.has_exponent() && !policy.exponential_decimals {
            // Only an exponent past what a number's text may have stays.
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
