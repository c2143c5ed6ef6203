//! Values whose type only a type annotation names (JSON 4.01 §4.5.3).

use std::{borrow::Cow, collections::HashMap};

use serde::{
    Deserializer,
    de::{self, IgnoredAny, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{
    dynamic::{MemberName, TYPE_TAG},
    edm::Primitive,
    error::ErrorKind,
    raw::{after_string, unescape},
    session::{Level, add_step, from_replayed, new_mismatch, read_policy},
    validate::Segment,
};

/// Checks a value against the type annotation beside it: `tag` and `value` are JSON text.
///
/// The type of an object is inside the object, so that beside an object only the type of a GeoJSON value is right. Structured types,
/// enumerations and type definitions are not known here.
pub(super) fn check<E: de::Error>(tag: &str, value: &str) -> Result<(), E> {
    check_value(tag, value).map_err(|wrong: Wrong<E>| at_path(wrong.item.as_slice(), wrong.error))
}

/// A value of the wrong type, or an item of it.
struct Wrong<E> {
    item: Option<Segment>,
    error: E,
}

impl<E> From<E> for Wrong<E> {
    fn from(error: E) -> Self {
        Wrong { item: None, error }
    }
}

/// Rejects a type annotation that names no type: an empty name, or one without a namespace that is not built in. `tag` is the text of the
/// annotation.
pub(super) fn check_name<E: de::Error>(tag: &str) -> Result<(), E> {
    let name = tag.rsplit_once('#').map_or(tag, |(_, name)| name);
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

fn check_value<E: de::Error>(tag: &str, value: &str) -> Result<(), Wrong<E>> {
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
                (Some((index, value)), _) => check_one(item, &value).map_err(|error| Wrong {
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

/// Checks the type annotations inside a value that is stored as text: each beside its value, and in each object that its own type is not
/// a collection.
pub(crate) fn check_inside<E: de::Error>(value: &str) -> Result<(), E> {
    // Most values have no type annotation inside.
    if !value.starts_with(['{', '[']) || !value.contains("type") {
        return Ok(());
    }
    Walk {
        text: value,
        rest: value.as_bytes(),
        open: Vec::new(),
    }
    .run()
}

/// One pass over the text of a value, with the members of each open object.
struct Walk<'a> {
    text: &'a str,
    rest: &'a [u8],
    open: Vec<Container<'a>>,
}

struct Container<'a> {
    is_object: bool,
    awaits_name: bool,
    /// The current name, as JSON text.
    name: &'a str,
    index: usize,
    members: Vec<(&'a str, &'a str)>,
    /// The offset of the container in the text.
    start: usize,
}

impl<'a> Walk<'a> {
    fn offset(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn run<E: de::Error>(mut self) -> Result<(), E> {
        while let [byte, rest @ ..] = self.rest {
            let start = self.offset();
            match byte {
                b'{' | b'[' => {
                    self.rest = rest;
                    self.open.push(Container {
                        is_object: *byte == b'{',
                        awaits_name: *byte == b'{',
                        name: "",
                        index: 0,
                        members: Vec::new(),
                        start,
                    });
                }
                b'}' | b']' => {
                    self.rest = rest;
                    if let Some(container) = self.open.pop() {
                        let start = container.start;
                        if container.is_object {
                            self.check_members(&container.members)?;
                        }
                        self.value(start);
                    }
                }
                b',' => {
                    self.rest = rest;
                    if let Some(container) = self.open.last_mut() {
                        container.awaits_name = container.is_object;
                        container.index += 1;
                    }
                }
                b'"' => {
                    self.rest = after_string(rest);
                    let text = self.text.get(start..self.offset()).unwrap_or_default();
                    match self.open.last_mut().filter(|it| it.awaits_name) {
                        Some(object) => {
                            object.name = text;
                            object.awaits_name = false;
                        }
                        None => self.value(start),
                    }
                }
                b':' | b' ' | b'\t' | b'\n' | b'\r' => self.rest = rest,
                _ => {
                    let length = self
                        .rest
                        .iter()
                        .take_while(|it| !b",:{}[]\" \t\n\r".contains(it))
                        .count()
                        .max(1);
                    self.rest = self.rest.get(length..).unwrap_or_default();
                    self.value(start);
                }
            }
        }
        Ok(())
    }

    /// Records a value that has ended.
    fn value(&mut self, start: usize) {
        let text = self.text.get(start..self.offset()).unwrap_or_default();
        if let Some(object) = self.open.last_mut().filter(|it| it.is_object) {
            object.members.push((object.name, text));
        }
    }

    fn check_members<E: de::Error>(&self, members: &[(&'a str, &'a str)]) -> Result<(), E> {
        let version = read_policy().version;
        // Only an object with a type annotation needs its values by name.
        let mut values = None;
        for (name, tag) in members {
            let Some(name) = unescape(name).filter(|it| it.contains('@')) else {
                continue;
            };
            let parsed = MemberName::parse(&name);
            if parsed.control(version) != Some("type") {
                continue;
            }
            let target = parsed.target();
            if target.is_empty() {
                check_object_tag(tag).map_err(|error: E| self.at(&name, error.into()))?;
                continue;
            }
            let values: &HashMap<Cow<'a, str>, &'a str> = values.get_or_insert_with(|| {
                members
                    .iter()
                    .filter_map(|(name, value)| Some((unescape(name)?, *value)))
                    .collect()
            });
            if let Some(value) = values.get(target) {
                check_value(tag, value).map_err(|wrong| self.at(target, wrong))?;
            }
        }
        Ok(())
    }

    fn at<E: de::Error>(&self, name: &str, wrong: Wrong<E>) -> E {
        let around = self.open.iter().map(|it| match it.is_object {
            true => Segment::Name(unescape(it.name).unwrap_or_default().into()),
            false => Segment::Index(it.index),
        });
        let path: Vec<Segment> = around
            .chain([Segment::Name(name.into())])
            .chain(wrong.item)
            .collect();
        at_path(&path, wrong.error)
    }
}

/// Rejects the type of a collection as the type of an object.
fn check_object_tag<E: de::Error>(tag: &str) -> Result<(), E> {
    if !tag.contains("Collection(") {
        return Ok(());
    }
    Err(new_mismatch(
        ErrorKind::InvalidType,
        format_args!("{tag} is the type of a collection, not of an object"),
        "the type of an object",
        tag,
    ))
}

/// Adds the path from the value that is read to the place of an error inside it.
fn at_path<E: de::Error>(path: &[Segment], error: E) -> E {
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
