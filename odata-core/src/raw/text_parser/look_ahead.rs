//! Looking ahead for the type tag of an object.

use std::{borrow::Cow, fmt};

use memchr::{memchr2, memchr3_iter};
use serde::{
    Deserializer,
    de::{self, DeserializeSeed, MapAccess, Visitor},
};
use serde_json::Error;

use crate::{
    protocol::Version,
    raw::{
        CowStr,
        text_parser::{TextParser, verbatim::Verbatim},
    },
    session::{look_ahead, read_policy},
};

/// The name by which the parser recognizes [`NameAndTag`].
pub(super) const NAME_AND_TAG: &str = "$odata_core::private::NameAndTag";

/// Reads the name of the first member of an object. If it is the name of the type tag, the result may also have the text of the tag. If it
/// is the name of a property and the parser looks ahead, the result may have the type that a later tag of the object names.
///
/// That type is likely, not certain: braces and tags inside strings are not told apart from real ones.
#[derive(Clone, Copy)]
pub(crate) struct NameAndTag;

impl<'de> DeserializeSeed<'de> for NameAndTag {
    type Value = (Cow<'de, str>, Option<&'de str>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_newtype_struct(NAME_AND_TAG, self)
    }
}

impl<'de> Visitor<'de> for NameAndTag {
    type Value = (Cow<'de, str>, Option<&'de str>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok((Cow::Borrowed(name), None))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        self.visit_string(name.to_owned())
    }

    fn visit_string<E: de::Error>(self, name: String) -> Result<Self::Value, E> {
        Ok((Cow::Owned(name), None))
    }

    /// Reads the name from another parser, which does not look ahead.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        let name = deserializer.deserialize_identifier(CowStr("a member name"))?;
        Ok((name, None))
    }

    /// Reads the name and the text from this parser.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let name = map.next_key()?.map(Cow::Borrowed).unwrap_or_default();
        Ok((name, Some(map.next_value()?)))
    }
}

impl<'de> TextParser<'de> {
    /// Parses a name. Passes it on with the type that the object probably has, unless it is the name of an annotation.
    pub(super) fn name_and_tag<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        if let Some(text) = self.leading_tag() {
            return visitor.visit_map(Verbatim::new("@odata.type", text));
        }
        match self.string()? {
            Cow::Borrowed(name) => match self.later_tag(name) {
                Some(tag) => visitor.visit_map(Verbatim::new(name, tag)),
                None => visitor.visit_borrowed_str(name),
            },
            Cow::Owned(name) => visitor.visit_string(name),
        }
    }

    /// Parses a type tag of the usual form, and returns its text. Services write it as the first member.
    #[inline]
    fn leading_tag(&mut self) -> Option<&'de str> {
        let start = self.at;
        let name = "\"@odata.type\":";
        let rest = self.rest().strip_prefix(name.as_bytes())?;
        if !rest.starts_with(b"\"#") {
            return None;
        }
        self.at += name.len();
        let text = self.plain_string();
        if text.is_none() {
            self.at = start;
        }
        text
    }

    /// Returns the type that a later tag of the object names. The name of a member was parsed last.
    fn later_tag(&self, name: &str) -> Option<&'de str> {
        if name.starts_with('@') {
            return None;
        }
        let text = self.text.get(self.at..)?;
        look_ahead(|limit| find_tag(text, limit))
    }
}

/// Returns the type that the tag of an object names. `text` begins inside the object. Subtracts the bytes that it has examined from
/// `limit`.
fn find_tag<'de>(text: &'de str, limit: &mut usize) -> Option<&'de str> {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..*limit).unwrap_or(bytes);
    let (mut depth, mut found) = (0_usize, None);
    let end = memchr3_iter(b'{', b'}', b'@', bytes).find(|&at| {
        match bytes.get(at) {
            Some(b'{') => depth += 1,
            Some(b'}') if depth == 0 => return true,
            Some(b'}') => depth -= 1,
            _ if depth == 0 => found = tag_at(text, at),
            _ => {}
        }
        found.is_some()
    });
    *limit -= end.unwrap_or(bytes.len());
    found
}

/// Returns the type that a tag names, if its name begins here and its value has the usual form.
fn tag_at(text: &str, at: usize) -> Option<&str> {
    let (before, name) = text.split_at_checked(at)?;
    let value = match name.strip_prefix("@odata.type\"") {
        Some(value) => value,
        None if read_policy().version >= Version::V401 => name.strip_prefix("@type\"")?,
        None => return None,
    };
    if !before.ends_with('"') {
        return None;
    }
    let value = value.trim_start().strip_prefix(':')?;
    let inside = value.trim_start().strip_prefix("\"#")?;
    let end = memchr2(b'"', b'\\', inside.as_bytes())?;
    let (name, rest) = inside.split_at_checked(end)?;
    rest.starts_with('"').then_some(name)
}

#[cfg(test)]
mod tests {
    use super::find_tag;

    #[test]
    fn the_tag_of_the_object_itself_is_found() {
        let found = |text: &str| {
            let mut limit = 1000;
            let tag = find_tag(text, &mut limit).map(str::to_owned);
            (tag, 1000 - limit)
        };
        let tag = |text| found(text).0;
        assert_eq!(tag(r##":1,"@odata.type":"#a.b"}"##).as_deref(), Some("a.b"));
        assert_eq!(
            tag(r##":{"@odata.type":"#c.d"}, "@odata.type" : "#a.b"}"##).as_deref(),
            Some("a.b")
        );
        assert_eq!(
            tag(r##":"m@n.o","p@odata.type":"#c.d","@odata.type":"#a.b"}"##).as_deref(),
            Some("a.b")
        );
        for text in [
            r##":1},{"@odata.type":"#a.b"}"##,
            r##":1,"@odata.type":"a.b"}"##,
            r##":1,"@odata.type":"#\u0061.b"}"##,
            r##":1,"@odata.type":1}"##,
            r##":1,"@odata.type":"#a.b"##,
            r##":1,"@odata.type","#a.b"}"##,
            r##":1,"@type":"#a.b"}"##,
            ":1",
            "",
        ] {
            assert_eq!(tag(text), None, "{text}");
        }
        assert_eq!(found(":1},{").1, 2);
        assert_eq!(found(":1").1, 2);
        assert_eq!(find_tag(r##":1,"@odata.type":"#a.b"}"##, &mut 3), None);
    }
}
