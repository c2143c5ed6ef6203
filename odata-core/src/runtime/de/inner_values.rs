//! The objects inside a value that is stored as text: their type annotations, and the order of their members.

use std::{borrow::Cow, collections::HashMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{
    codec::RawJson,
    dynamic::{DynamicResource, MemberName, Members},
    error::ErrorKind,
    raw::{after_string, scan, unescape},
    runtime::de::{
        member_order::{MemberOrder, SeenProperties, out_of_order},
        value_type::{self, WrongType, at_path},
    },
    session::{new_mismatch, read_policy},
    validate::Segment,
};

/// Checks the annotations inside a value that is stored as text: that each value has the type that the annotation beside it names, and that
/// no object names the type of a collection. Returns the text with annotations that immediately precede their property (JSON 4.01 §4.4),
/// which an ordered payload requires of the text itself.
pub(super) fn check<E: de::Error>(value: &str) -> Result<Cow<'_, str>, E> {
    // Most values have no annotation inside.
    let may_have_annotations =
        value.starts_with(['{', '[']) && (value.contains('@') || value.contains('\\'));
    if !may_have_annotations {
        return Ok(Cow::Borrowed(value));
    }
    let walk = Walk {
        text: value,
        rest: value.as_bytes(),
        open: Vec::new(),
        is_ordered: true,
    };
    if walk.run::<E>()? {
        return Ok(Cow::Borrowed(value));
    }
    scan::check_captured(value)?;
    Ok(Cow::Owned(
        in_order(value).unwrap_or_else(|_| value.to_owned()),
    ))
}

/// One pass over the text of a value, with the members of each open object.
struct Walk<'a> {
    text: &'a str,
    rest: &'a [u8],
    open: Vec<Container<'a>>,
    is_ordered: bool,
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

    /// Returns whether the members of all objects are in order.
    fn run<E: de::Error>(mut self) -> Result<bool, E> {
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
                        self.check_members(&container.members)?;
                        self.record_value(start);
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
                        None => self.record_value(start),
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
                    self.record_value(start);
                }
            }
        }
        Ok(self.is_ordered)
    }

    /// Records a value that has ended.
    fn record_value(&mut self, start: usize) {
        let text = self.text.get(start..self.offset()).unwrap_or_default();
        if let Some(object) = self.open.last_mut().filter(|it| it.is_object) {
            object.members.push((object.name, text));
        }
    }

    /// Checks the members of an object, which are names and values as JSON text.
    fn check_members<E: de::Error>(&mut self, members: &[(&'a str, &'a str)]) -> Result<(), E> {
        if !members.iter().any(|(name, _)| name.contains(['@', '\\'])) {
            return Ok(());
        }
        let members: Vec<(Cow<'a, str>, &'a str)> = members
            .iter()
            .filter_map(|(name, value)| Some((unescape(name)?, *value)))
            .collect();
        self.check_types(&members)?;
        self.check_order(&members)
    }

    /// Checks the values that have type annotations.
    fn check_types<E: de::Error>(&self, members: &[(Cow<'a, str>, &'a str)]) -> Result<(), E> {
        let version = read_policy().version;
        // Only an object with a type annotation needs its values by name.
        let mut values = None;
        for (name, tag) in members {
            let parsed = MemberName::parse(name);
            if parsed.control(version) != Some("type") {
                continue;
            }
            let target = parsed.target();
            if target.is_empty() {
                check_object_tag(tag).map_err(|error: E| self.at(name, error.into()))?;
                continue;
            }
            let values: &HashMap<&str, &'a str> =
                values.get_or_insert_with(|| members.iter().map(|(n, v)| (&**n, *v)).collect());
            if let Some(value) = values.get(target) {
                value_type::check_value(tag, value).map_err(|wrong| self.at(target, wrong))?;
            }
        }
        Ok(())
    }

    /// Finds members out of order, which are an error in an ordered payload.
    fn check_order<E: de::Error>(&mut self, members: &[(Cow<'a, str>, &'a str)]) -> Result<(), E> {
        if !self.is_ordered {
            return Ok(());
        }
        let mut order = MemberOrder::default();
        for (position, (name, _)) in members.iter().enumerate() {
            let problem = match MemberName::parse(name) {
                MemberName::Property(name) => order.property(name),
                name => order.member(name, SeenProperties::None, position == 0),
            };
            match problem {
                Err(rule) if read_policy().streaming => {
                    return Err(self.at(name, out_of_order::<E>(rule).into()));
                }
                Err(_) => {
                    self.is_ordered = false;
                    return Ok(());
                }
                Ok(()) => {}
            }
        }
        Ok(())
    }

    fn at<E: de::Error>(&self, name: &str, wrong: WrongType<E>) -> E {
        let outer = self.open.iter().map(|it| match it.is_object {
            true => Segment::Name(unescape(it.name).unwrap_or_default().into()),
            false => Segment::Index(it.index),
        });
        let path: Vec<Segment> = outer
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

/// Returns the text with the members of each object in the order in which a resource is written. The nesting was checked.
fn in_order(text: &str) -> Result<String, serde_json::Error> {
    match text.as_bytes() {
        [b'{', ..] => {
            let Object(members) = serde_json::from_str(text)?;
            let mut ordered = Members::new();
            for (name, value) in members {
                let value = RawJson::from_trusted(in_order(value.get())?);
                ordered.push(name.into(), value);
            }
            serde_json::to_string(&DynamicResource(ordered))
        }
        [b'[', ..] => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            let items = items.into_iter().map(|item| in_order(item.get()));
            Ok(format!(
                "[{}]",
                items.collect::<Result<Vec<_>, _>>()?.join(",")
            ))
        }
        _ => Ok(text.to_owned()),
    }
}

/// The members of an object. A name may be repeated.
struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(super::Name)? {
            members.push((name, map.next_value()?));
        }
        Ok(Object(members))
    }
}
