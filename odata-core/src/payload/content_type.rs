//! The type annotation of an envelope, compared with the Rust type of what the envelope contains.
//!
//! `Collection<T>` accepts any `T` that serde reads, so no trait names the OData type of a `T`. A deserializer without input, the
//! [`Probe`], determines it: `T` requests a number, a string or an object from the probe, and the visitors of this crate name their type
//! when they are formatted with `{:#}`.

use std::cell::{Cell, RefCell};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, Expected, MapAccess, SeqAccess, Visitor},
};

use crate::{
    dynamic::TYPE_TAG, edm::Primitive, model::is_same_name, payload::delta::read::DELTA_ITEM,
    raw::RAW_VALUE, runtime::NameText,
};

/// The relation of the type that an annotation names to a Rust type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// The annotated type is the Rust type.
    Same,
    /// The annotated type is derived from the Rust type.
    Derived,
    /// The Rust type is the user's own or untyped, and may be able to hold the values.
    Unknown,
    /// The annotated type is another type, whose values the Rust type cannot hold.
    Other,
}

/// Returns how the type `name` relates to `T`; with `is_collection`, how the type of items relates to the items of `T`.
pub(super) fn relation<'de, T: Deserialize<'de>>(name: &str, is_collection: bool) -> Relation {
    let request = RefCell::new(Request::Nothing);
    let has_items = Cell::new(false);
    let probe = Probe {
        name,
        request: &request,
        has_items: &has_items,
        is_own: false,
    };
    // It never succeeds: there is no input.
    let _ = T::deserialize(probe);
    let own = match request.into_inner() {
        Request::Nothing => return Relation::Unknown,
        _ if is_collection != has_items.get() => return Relation::Other,
        // The type of an object is inside the object.
        Request::Object { .. } if !is_collection => return Relation::Other,
        Request::Object { own, is_accepted } => {
            let is_own = own.is_some_and(|own| is_same_name(&own, name));
            return match (is_own, is_accepted && Primitive::from_name(name).is_none()) {
                (true, _) => Relation::Same,
                (false, true) => Relation::Derived,
                (false, false) => Relation::Other,
            };
        }
        Request::Value(own) => own,
    };
    // A type definition has the values of its primitive.
    let may_be_definition =
        Primitive::from_name(&own).is_some() && name.contains('.') && !name.starts_with("Edm.");
    match is_same_name(&own, name) || may_be_definition {
        true => Relation::Same,
        false => Relation::Other,
    }
}

/// The type of the values that a `Deserialize` impl requests.
enum Request {
    /// Any value, or a value without an OData type.
    Nothing,
    /// A value of the type with this name.
    Value(String),
    /// An object. The name is that of its type, if the Rust type is one of this crate or has a derive.
    Object {
        own: Option<String>,
        /// Whether the Rust type reads an object of the type that the annotation names.
        is_accepted: bool,
    },
}

/// A deserializer without input.
#[derive(Clone, Copy)]
struct Probe<'a> {
    name: &'a str,
    request: &'a RefCell<Request>,
    /// Whether the type is a collection.
    has_items: &'a Cell<bool>,
    /// Whether the value is inside a newtype of the user.
    is_own: bool,
}

impl Probe<'_> {
    /// Records the request and ends the reading.
    fn record<T>(self, request: Request) -> Result<T, serde_json::Error> {
        self.request.replace(request);
        Err(serde_json::Error::custom("there is no input"))
    }

    /// Records a request for a value of a primitive type, or of a type of this crate that has the same JSON form.
    fn value<'de, T, V: Visitor<'de>>(
        self,
        visitor: &V,
        primitive: Option<Primitive>,
    ) -> Result<T, serde_json::Error> {
        let primitive = primitive.filter(|_| !self.is_own);
        let own = own_name(visitor).or_else(|| primitive.map(|it| it.name().to_owned()));
        self.record(own.map_or(Request::Nothing, Request::Value))
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        let own = own_name(&visitor);
        if own.as_deref().and_then(Primitive::from_name).is_some() {
            return self.value(&visitor, None);
        }
        self.request.replace(Request::Object {
            own,
            is_accepted: false,
        });
        visitor.visit_map(Tagged {
            probe: self,
            tag: format!("\"#{}\"", self.name.replace(['"', '\\'], "")),
            step: Step::Name,
        })
    }
}

/// Returns the name of the type that the visitor reads, if it is a visitor of this crate.
fn own_name<'de, V: Visitor<'de>>(visitor: &V) -> Option<String> {
    let expected: &dyn Expected = visitor;
    let text = format!("{expected:#}");
    (text.contains('.') && !text.contains(' ')).then_some(text)
}

/// Returns whether the visitor is serde's own for strings, whose type is `Edm.String`. The visitors of users' types often request a string
/// as well.
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
            DELTA_ITEM => visitor.visit_some(self),
            // A type of the user's own, of which nothing is known but whether it is an object or a collection.
            _ => visitor.visit_newtype_struct(Probe {
                is_own: true,
                ..self
            }),
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

/// The items of the probed collection. Reading one shows the type of all.
struct Items<'a>(Probe<'a>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = serde_json::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Self::Error> {
        self.0.has_items.set(true);
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
        if let Request::Object { is_accepted, .. } = &mut *self.probe.request.borrow_mut() {
            *is_accepted = true;
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
