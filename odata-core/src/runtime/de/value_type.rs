//! Values whose type only a type annotation names (JSON 4.01 §4.5.3).

use serde::{
    Deserializer,
    de::{self, IgnoredAny, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{
    dynamic::TYPE_TAG,
    edm::Primitive,
    error::ErrorKind,
    raw::unescape,
    runtime::de::tag,
    session::{Level, add_step, from_replayed, new_mismatch, read_policy},
    validate::Segment,
};

/// Checks a value against the type annotation beside it: `tag` and `value` are JSON text.
///
/// An object has its type inside; only the type of a GeoJSON value may be beside an object. Structured types, enumerations and type
/// definitions are not known here.
pub(crate) fn check<E: de::Error>(tag: &str, value: &str) -> Result<(), E> {
    check_value(tag, value)
        .map_err(|wrong: WrongType<E>| at_path(wrong.item.as_slice(), wrong.error))
}

/// A value of the wrong type, or an item of it.
pub(super) struct WrongType<E> {
    pub(super) item: Option<Segment>,
    pub(super) error: E,
}

impl<E> From<E> for WrongType<E> {
    fn from(error: E) -> Self {
        WrongType { item: None, error }
    }
}

/// Rejects a type annotation that names no type: an empty name, or one without a namespace that is not built in. `tag` is the text of the
/// annotation.
pub(crate) fn check_name<E: de::Error>(tag: &str) -> Result<(), E> {
    let (_, name) = tag::split(tag)?;
    let name = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'))
        .unwrap_or(name);
    let built_in = name.strip_prefix("Edm.").unwrap_or(name);
    let is_name = built_in.contains('.')
        || matches!(
            built_in,
            "Untyped" | "PrimitiveType" | "ComplexType" | "EntityType"
        )
        || Primitive::from_name(built_in).is_some();
    if is_name {
        return Ok(());
    }
    Err(new_mismatch(
        ErrorKind::InvalidType,
        format_args!(
            "the type annotation {tag:?} names no type; expected a primitive type such as \"#Int32\", or a qualified name"
        ),
        "the name of a type",
        tag,
    ))
}

/// Checks a value; both are JSON text.
pub(super) fn check_value<E: de::Error>(tag: &str, value: &str) -> Result<(), WrongType<E>> {
    let tag = unescape(tag).unwrap_or_default();
    check_name::<E>(&tag)?;
    let name = tag.rsplit_once('#').map_or(&*tag, |(_, name)| name);
    if value == "null" {
        return Ok(());
    }
    let item = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    match item {
        None => Ok(check_one::<E>(name, value)?),
        Some(_) if !value.starts_with('[') => Err(new_mismatch::<E>(
            ErrorKind::Type,
            format_args!("the type annotation is `{name}` but the value is not an array"),
            "an array",
            value,
        )
        .into()),
        Some(item) if Primitive::from_name(item).is_some() => {
            let mut parser = serde_json::Deserializer::from_str(value);
            let mut failure = None;
            let result = parser.deserialize_seq(ItemsOf {
                type_name: item,
                failure: &mut failure,
            });
            match (failure, result) {
                (Some((index, value)), _) => check_one(item, &value).map_err(|error| WrongType {
                    item: Some(Segment::Index(index)),
                    error,
                }),
                (None, Err(error)) => Err(from_replayed::<E>(&error).into()),
                (None, Ok(())) => Ok(()),
            }
        }
        Some(_) => Ok(()),
    }
}

/// Reads the items of an array up to the first that is not of the type.
struct ItemsOf<'f> {
    type_name: &'f str,
    failure: &'f mut Option<(usize, String)>,
}

impl<'de> Visitor<'de> for ItemsOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        while let Some(item) = items.next_element::<&RawValue>()? {
            if !is_one(self.type_name, item.get()) {
                *self.failure = Some((index, item.get().to_owned()));
                while items.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(());
            }
            index += 1;
        }
        Ok(())
    }
}

fn is_one(type_name: &str, value: &str) -> bool {
    Primitive::from_name(type_name)
        .is_none_or(|primitive| primitive.check_with(value, read_policy().ieee754).is_ok())
}

fn check_one<E: de::Error>(type_name: &str, value: &str) -> Result<(), E> {
    let Some(primitive) = Primitive::from_name(type_name) else {
        return match value.as_bytes() {
            [b'{', ..] => Err(object_beside(type_name)),
            [b'[', ..] if type_name != "Untyped" && type_name != "Edm.Untyped" => {
                Err(new_mismatch(
                    ErrorKind::Type,
                    format_args!("the type annotation is `{type_name}` but the value is an array"),
                    format!("a value of `{type_name}`"),
                    value,
                ))
            }
            _ => Ok(()),
        };
    };
    if value.starts_with('{') && !primitive.name().starts_with("Edm.Geo") {
        return Err(object_beside(type_name));
    }
    primitive
        .check_with(value, read_policy().ieee754)
        .map_err(|error| {
            new_mismatch(
                ErrorKind::Value,
                &error,
                format!("a value of `{type_name}`"),
                value,
            )
        })
}

#[cold]
fn object_beside<E: de::Error>(type_name: &str) -> E {
    new_mismatch(
        ErrorKind::InvalidType,
        format_args!(
            "the type annotation `{type_name}` is beside an object; expected `{TYPE_TAG}` inside the object"
        ),
        "a type tag inside the object",
        type_name,
    )
}

/// Adds the path from the value that is read to the place of an error inside it.
pub(super) fn at_path<E: de::Error>(path: &[Segment], error: E) -> E {
    let Some((first, rest)) = path.split_first() else {
        return error;
    };
    // The steps of a path are told apart by their depth, which the nesting of the text has not passed.
    let Ok(level) = Level::enter::<E>() else {
        return error;
    };
    let error = at_path(rest, error);
    add_step(first.clone());
    drop(level);
    error
}
