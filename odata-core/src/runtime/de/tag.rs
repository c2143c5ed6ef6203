//! The type tag `@odata.type`.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, Visitor},
};

use crate::{
    error::ErrorKind,
    model::{StructuredType, type_flag},
    protocol::resolve_url,
    session::{accepts_derived, metadata_url, new_mismatch},
};

/// The text of a type tag, and where the qualified name starts in it.
pub(crate) struct Tag<'de> {
    text: Cow<'de, str>,
    start: usize,
}

impl<'de> Tag<'de> {
    /// Creates a tag. The usual form, `#ns.type`, is not checked: if no type has this name, [`check`](Self::check) reports an illegal name.
    pub(super) fn new<E: de::Error>(text: Cow<'de, str>) -> Result<Tag<'de>, E> {
        if text.starts_with('#') {
            Ok(Tag { text, start: 1 })
        } else {
            Tag::parse(text)
        }
    }

    /// Rejects text that cannot name a type.
    pub(crate) fn check<E: de::Error>(&self) -> Result<(), E> {
        Tag::parse(Cow::Borrowed(self.text())).map(|_| ())
    }

    /// Parses a tag: a URI whose fragment is the qualified name (JSON 4.01 §4.5.3). Some services write only the name (`ns.type`).
    ///
    /// The URL must be that of the service's metadata document: a type of another document is another type, even if it has the same name.
    fn parse<E: de::Error>(text: Cow<'de, str>) -> Result<Tag<'de>, E> {
        let (document, name) = split(&text)?;
        let blank = document
            .contains(char::is_whitespace)
            .then_some("a URL has no white space");
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

    /// Rejects the tag of an object that is read as the `declared` type, if it is a tag of another type.
    pub(super) fn check_type<E: de::Error>(
        &self,
        declared: &'static StructuredType,
    ) -> Result<(), E> {
        if declared.is_named(self.name()) {
            return Ok(());
        }
        self.check()?;
        let keeps_properties = declared.has_flag(type_flag::DYNAMIC);
        let is_base = || declared.chain().skip(1).any(|it| it.is_named(self.name()));
        if keeps_properties && accepts_derived() && !is_base() {
            return Ok(());
        }
        Err(new_mismatch(
            ErrorKind::NotDerived,
            format_args!(
                "the object has the type `{}`; expected `{}`, because another type would lose properties",
                self.name(),
                declared.name
            ),
            format!("#{}", declared.name),
            self.text(),
        ))
    }

    /// Returns the qualified name.
    pub(crate) fn name(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default()
    }

    /// Returns the text of the tag.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// Splits the text of a type tag or a type annotation into the URL of the metadata document, which must be that of the service, and the
/// name of the type.
pub(crate) fn split<E: de::Error>(text: &str) -> Result<(&str, &str), E> {
    let (document, name) = text.rsplit_once('#').unwrap_or(("", text));
    if !document.is_empty() && !is_own_document(document) {
        return Err(new_mismatch(
            ErrorKind::ForeignType,
            format_args!("the type tag {text:?} is a type of another metadata document"),
            "a type of the metadata document of the service (`ReadOptions::metadata_url`)",
            text,
        ));
    }
    Ok((document, name))
}

/// Returns whether a URL is that of the service's metadata document. Without a known URL, only relative URLs are.
fn is_own_document(document: &str) -> bool {
    if document.contains('#') {
        return false;
    }
    let Some(own) = metadata_url() else {
        return !document.contains("//");
    };
    let own = own.trim_end_matches('#');
    let document = resolve_url(own, document);
    let path = document
        .split_once('?')
        .map_or(&*document, |(path, _)| path);
    own == path
}

/// Returns the reason why `name` is not a qualified name (CSDL 4.01 §15.3).
fn problem_of(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("the name is empty");
    }
    if name.starts_with("Collection(") {
        return Some("the type of a collection cannot be the type of an object");
    }
    if !name.contains('.') {
        return Some("the name has no namespace");
    }
    let is_legal = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    (!name.split('.').all(is_legal)).then_some("the name has an illegal character")
}

/// Reads a type tag.
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
