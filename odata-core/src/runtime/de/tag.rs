//! The type tag: `@odata.type`, in every form that names a type.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, Visitor},
};

use crate::{
    error::ErrorKind,
    session::{failure::new_mismatch, policy::metadata_url},
};

/// The qualified name that a tag holds, as it stood in its text.
pub(crate) struct Tag<'de> {
    text: Cow<'de, str>,
    start: usize,
}

impl<'de> Tag<'de> {
    /// A tag's text in its usual form, `#ns.type`, is looked up as it is: whether the name is legal matters only where no type has it,
    /// and [`check`](Self::check) tells then.
    fn new<E: de::Error>(text: Cow<'de, str>) -> Result<Tag<'de>, E> {
        if text.starts_with('#') {
            Ok(Tag { text, start: 1 })
        } else {
            Tag::parse(text)
        }
    }

    /// Refuses what names no type.
    pub(crate) fn check<E: de::Error>(&self) -> Result<(), E> {
        Tag::parse(Cow::Borrowed(self.text())).map(|_| ())
    }

    /// Reads a tag's text.
    ///
    /// JSON format 4.01, section 4.5.3: a URI whose fragment is the qualified name. Bare names (`ns.type`) are what some services
    /// write. A URL counts where it is relative or is the metadata document that the caller named; another document's type of the
    /// same name is another type.
    fn parse<E: de::Error>(text: Cow<'de, str>) -> Result<Tag<'de>, E> {
        let (document, name) = text.rsplit_once('#').unwrap_or(("", &text));
        if !document.is_empty() && !is_own_document(document) {
            return Err(new_mismatch(
                ErrorKind::ForeignType,
                format_args!("the type tag {text:?} names a type of another metadata document"),
                "a type of this service's metadata document (`ReadOptions::metadata_url`)",
                &*text,
            ));
        }
        let blank = document
            .contains(char::is_whitespace)
            .then_some("a URL has no blanks");
        if let Some(problem) = blank.or_else(|| problem_of(name)) {
            return Err(new_mismatch(
                ErrorKind::InvalidType,
                format_args!("{text:?} is not a type tag: {problem}"),
                "a qualified type name such as \"#namespace.type\"",
                &*text,
            ));
        }
        let start = text.len() - name.len();
        Ok(Tag { text, start })
    }

    /// The qualified name.
    pub(crate) fn name(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default()
    }

    /// The text as it came.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

fn is_own_document(document: &str) -> bool {
    if document.contains('#') {
        return false;
    }
    if !document.contains("//") {
        return true;
    }
    let document = document.split_once('?').map_or(document, |(path, _)| path);
    metadata_url().is_some_and(|own| own.trim_end_matches('#') == document)
}

/// What keeps `name` from being a qualified name (CSDL 4.01, section 15.3), if anything.
fn problem_of(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("it names nothing");
    }
    if name.starts_with("Collection(") {
        return Some("a collection type on a single object");
    }
    if !name.contains('.') {
        return Some("the name has no namespace");
    }
    let legal = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    (!name.split('.').all(legal)).then_some("the name has a character that no type name has")
}

/// Reads a tag.
pub(crate) struct TagSeed;

impl<'de> DeserializeSeed<'de> for TagSeed {
    type Value = Tag<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tag<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TagSeed {
    type Value = Tag<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a type tag such as \"#namespace.type\"")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Tag<'de>, E> {
        Tag::new(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Tag<'de>, E> {
        Tag::new(Cow::Owned(text.to_owned()))
    }
}
