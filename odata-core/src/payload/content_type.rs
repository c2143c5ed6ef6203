//! The type annotation of an envelope, compared with the Rust type of what the envelope contains.
//!
//! `Collection<T>` accepts any `T` that serde reads, so no trait tells the OData type of a `T`. A deserializer that has no input finds it
//! out: `T` requests a number, a string or an object from it, and the visitors of this library name their type when they are formatted
//! with `{:#}`.

use std::{cell::RefCell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, Expected, MapAccess, SeqAccess, Visitor},
};

use crate::{
    dynamic::TYPE_TAG, edm::Primitive, model::unqualified, raw::RAW_VALUE, runtime::NameText,
};

/// How the type that an annotation names relates to a Rust type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// It is the type.
    Same,
    /// It is derived from the type.
    Derived,
    /// The type may hold its values: one of the user's own, or untyped.
    Unknown,
    /// It is another type.
    Other,
}

/// Returns how the type `name` relates to `T`, or to the items of `T` if `T` is a collection. Neither is a hierarchy's unknown type.
pub(super) fn relation<'de, T: Deserialize<'de>>(name: &str) -> Relation {
    let answer = RefCell::new(Answer::Nothing);
    let probe = Probe {
        name,
        answer: &answer,
    };
    // It never succeeds: there is no input.
    let _ = T::deserialize(probe);
    let answer = answer.into_inner();
    let is_same = |own: &str| unqualified(own) == unqualified(name);
    let is_primitive = Primitive::from_name(name).is_some();
    match answer {
        Answer::Nothing => Relation::Unknown,
        Answer::Value(own) if is_same(&own) => Relation::Same,
        // A type definition has the values of its primitive.
        Answer::Value(own) if !is_primitive && Primitive::from_name(&own).is_some() => {
            match name.starts_with("Edm.") || !name.contains('.') {
                true => Relation::Other,
                false => Relation::Same,
            }
        }
        Answer::Object { own: Some(own), .. } if is_same(&own) => Relation::Same,
        Answer::Object { accepts: true, .. } if !is_primitive => Relation::Derived,
        Answer::Value(_) | Answer::Object { .. } => Relation::Other,
    }
}

/// What a type requests.
enum Answer {
    /// Anything, or something that has no OData type.
    Nothing,
    /// A value of the type with this name.
    Value(String),
    /// An object, of the type with this name if it is one of ours.
    Object {
        own: Option<String>,
        /// Whether it reads an object with the type in the annotation.
        accepts: bool,
    },
}

/// A deserializer without input.
#[derive(Clone, Copy)]
struct Probe<'a> {
    name: &'a str,
    answer: &'a RefCell<Answer>,
}

impl Probe<'_> {
    /// Ends the reading with an answer.
    fn answer<T>(self, answer: Answer) -> Result<T, serde_json::Error> {
        self.answer.replace(answer);
        Err(serde_json::Error::custom("there is no input"))
    }

    /// The value of a primitive type, or of a type of ours that has the same form.
    fn value<'de, T, V: Visitor<'de>>(
        self,
        visitor: &V,
        primitive: Option<Primitive>,
    ) -> Result<T, serde_json::Error> {
        let own = own_name(visitor).or_else(|| primitive.map(|it| it.name().to_owned()));
        self.answer(own.map_or(Answer::Nothing, Answer::Value))
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        let own = own_name(&visitor);
        if own.as_deref().and_then(Primitive::from_name).is_some() {
            return self.value(&visitor, None);
        }
        self.answer.replace(Answer::Object {
            own,
            accepts: false,
        });
        visitor.visit_map(Tagged {
            probe: self,
            tag: format!("\"#{}\"", self.name.replace(['"', '\\'], "")),
            step: Step::Name,
        })
    }
}

/// Returns the name of the type that the visitor is for, if it is one of ours.
fn own_name<'de, V: Visitor<'de>>(visitor: &V) -> Option<String> {
    let expected: &dyn Expected = visitor;
    let text = format!("{expected:#}");
    (text.contains('.') && !text.contains(' ')).then_some(text)
}

/// Whether serde's visitor of strings asks, whose type is `Edm.String`. Types of the user's own are often strings, too.
fn is_string<'de, V: Visitor<'de>>(visitor: &V) -> bool {
    let expected: &dyn Expected = visitor;
    matches!(&*expected.to_string(), "a string" | "a borrowed string")
}

macro_rules! values {
    ($($method:ident $primitive:expr;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            self.value(&visitor, $primitive)
        }
    )*};
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = serde_json::Error;

    values! {
        deserialize_any None;
        deserialize_bool Some(Primitive::Boolean);
        deserialize_i8 Some(Primitive::SByte);
        deserialize_i16 Some(Primitive::Int16);
        deserialize_i32 Some(Primitive::Int32);
        deserialize_i64 Some(Primitive::Int64);
        deserialize_u8 Some(Primitive::Byte);
        deserialize_f32 Some(Primitive::Single);
        deserialize_f64 Some(Primitive::Double);
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let primitive = is_string(&visitor).then_some(Primitive::String);
        self.value(&visitor, primitive)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match name {
            RAW_VALUE => self.value(&visitor, None),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_seq(Items(self))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.object(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.object(visitor)
    }

    serde::forward_to_deserialize_any! {
        i128 u16 u32 u64 u128 char bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// A collection, for the type of its items.
struct Items<'a>(Probe<'a>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = serde_json::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Self::Error> {
        seed.deserialize(self.0).map(Some)
    }
}

/// An object with nothing but a type tag. A type that accepts the tag requests the next member.
struct Tagged<'a> {
    probe: Probe<'a>,
    tag: String,
    step: Step,
}

enum Step {
    Name,
    Value,
    Next,
}

impl<'de> MapAccess<'de> for Tagged<'_> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        if let Step::Name = self.step {
            self.step = Step::Value;
            return seed.deserialize(NameText::new(TYPE_TAG.into())).map(Some);
        }
        if let Answer::Object { accepts, .. } = &mut *self.probe.answer.borrow_mut() {
            *accepts = true;
        }
        Err(serde_json::Error::custom("there is no input"))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, Self::Error> {
        self.step = Step::Next;
        seed.deserialize(&mut serde_json::Deserializer::from_reader(
            self.tag.as_bytes(),
        ))
    }
}

/// The relation in messages.
impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Relation::Same => "the declared type",
            Relation::Derived => "a derived type",
            Relation::Unknown => "a type",
            Relation::Other => "another type",
        })
    }
}
