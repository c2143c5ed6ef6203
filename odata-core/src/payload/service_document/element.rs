//! An entry of the service document.

use serde::{
    Serialize, Serializer,
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    codec::raw_json::RawJson,
    dynamic::members::{Iter, Members},
    payload::protocol_object::ProtocolObject,
    session::trace::missing_member,
};

/// ObjectSeed thing that a service offers.
///
/// ```
/// use odata_core::payload::ServiceElement;
///
/// let element = ServiceElement::new("Orders", "Orders");
/// assert_eq!(serde_json::to_string(&element)?, r#"{"name":"Orders","url":"Orders"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: OData JSON Format 4.01, section 5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceElement {
    name: String,
    url: String,
    kind: Option<String>,
    title: Option<Option<String>>,
    more: Members,
}

/// What a [`ServiceElement`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServiceElementKind<'a> {
    /// A collection of entities; also where the service does not say.
    EntitySet,
    /// A single entity.
    Singleton,
    /// A function that can be called without a resource.
    FunctionImport,
    /// Another service.
    ServiceDocument,
    /// A kind that this build does not know.
    Other(&'a str),
}

impl ServiceElement {
    /// An entity set, unless [`with_kind`](Self::with_kind) says otherwise. The URL may be relative to the service's.
    pub fn new(name: impl Into<String>, url: impl Into<String>) -> Self {
        ServiceElement {
            name: name.into(),
            url: url.into(),
            kind: None,
            title: None,
            more: Members::new(),
        }
    }

    /// The same element of another kind.
    #[must_use]
    pub fn with_kind(mut self, kind: ServiceElementKind<'_>) -> Self {
        self.kind = Some(kind.as_str().to_owned());
        self
    }

    /// The same element with a title for people.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(Some(title.into()));
        self
    }

    /// `name`: unique in the document.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `url`: absolute, or relative to the document's context URL; see [`ServiceDocument::url_of`](super::ServiceDocument::url_of).
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// `kind`.
    #[must_use]
    pub fn kind(&self) -> ServiceElementKind<'_> {
        match self.kind.as_deref() {
            None | Some("EntitySet") => ServiceElementKind::EntitySet,
            Some("Singleton") => ServiceElementKind::Singleton,
            Some("FunctionImport") => ServiceElementKind::FunctionImport,
            Some("ServiceDocument") => ServiceElementKind::ServiceDocument,
            Some(other) => ServiceElementKind::Other(other),
        }
    }

    /// `title`: the name for people.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_ref()?.as_deref()
    }

    /// Annotations and members that the protocol does not define, in order and exact.
    #[must_use]
    pub fn more(&self) -> Iter<'_> {
        self.more.iter()
    }

    /// The exact JSON of one of [`more`](Self::more).
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.more.raw(name)
    }
}

impl<'a> ServiceElementKind<'a> {
    /// The text on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        match self {
            ServiceElementKind::EntitySet => "EntitySet",
            ServiceElementKind::Singleton => "Singleton",
            ServiceElementKind::FunctionImport => "FunctionImport",
            ServiceElementKind::ServiceDocument => "ServiceDocument",
            ServiceElementKind::Other(other) => other,
        }
    }
}

/// An element while it is being read.
#[derive(Default)]
pub(super) struct Element {
    name: Option<String>,
    url: Option<String>,
    kind: Option<String>,
    title: Option<Option<String>>,
    more: Members,
}

impl<'de> ProtocolObject<'de> for Element {
    const EXPECTED: &'static str = "an object with the members `name` and `url`";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error> {
        match name {
            "name" => self.name = Some(map.next_value()?),
            "url" => self.url = Some(map.next_value()?),
            "kind" => self.kind = map.next_value()?,
            "title" => self.title = Some(map.next_value()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.more
    }

    fn finish<E: de::Error>(self) -> Result<Self, E> {
        match (&self.name, &self.url) {
            (Some(_), Some(_)) => Ok(self),
            (None, _) => Err(missing_member("name")),
            (_, None) => Err(missing_member("url")),
        }
    }
}

impl From<Element> for ServiceElement {
    fn from(element: Element) -> Self {
        ServiceElement {
            // `finish` has seen to it that both are there.
            name: element.name.unwrap_or_default(),
            url: element.url.unwrap_or_default(),
            kind: element.kind,
            title: element.title,
            more: element.more,
        }
    }
}

impl Serialize for ServiceElement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        if let Some(kind) = &self.kind {
            map.serialize_entry("kind", kind)?;
        }
        map.serialize_entry("url", &self.url)?;
        if let Some(title) = &self.title {
            map.serialize_entry("title", title)?;
        }
        self.more.write(&mut map)?;
        map.end()
    }
}
