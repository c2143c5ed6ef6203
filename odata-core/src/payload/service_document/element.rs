//! Elements of a service document.

use serde::{Serialize, Serializer, de::MapAccess, ser::SerializeMap};

use crate::{
    codec::RawJson,
    dynamic::{Members, members::Iter},
    payload::protocol_object::ProtocolObject,
};

/// An element of a [`ServiceDocument`](super::ServiceDocument): something that the service offers at a URL.
///
/// ```
/// use odata_core::payload::ServiceElement;
///
/// let element = ServiceElement::new("Orders", "Orders");
/// assert_eq!(serde_json::to_string(&element)?, r#"{"name":"Orders","url":"Orders"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: JSON 4.01 §5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceElement {
    name: String,
    url: String,
    kind: Option<String>,
    title: Option<Option<String>>,
    other_members: Members,
}

/// The kind of a [`ServiceElement`].
///
/// ```
/// use odata_core::payload::{ServiceElement, ServiceElementKind};
///
/// let me = ServiceElement::new("me", "me").with_kind(ServiceElementKind::Singleton);
/// assert_eq!(me.kind().as_str(), "Singleton");
/// ```
///
/// Source: JSON 4.01 §5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServiceElementKind<'a> {
    /// An entity set. Default: an element without a kind is one.
    EntitySet,
    /// A singleton.
    Singleton,
    /// A function import.
    FunctionImport,
    /// Another service document.
    ServiceDocument,
    /// Any other kind.
    Other(&'a str),
}

impl ServiceElement {
    /// Creates an element, an entity set by default. The URL is absolute or relative to the document's context URL.
    pub fn new(name: impl Into<String>, url: impl Into<String>) -> Self {
        ServiceElement {
            name: name.into(),
            url: url.into(),
            kind: None,
            title: None,
            other_members: Members::new(),
        }
    }

    /// Sets the kind.
    #[must_use]
    pub fn with_kind(mut self, kind: ServiceElementKind<'_>) -> Self {
        self.kind = Some(kind.as_str().to_owned());
        self
    }

    /// Sets the title, a name for people.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(Some(title.into()));
        self
    }

    /// Returns `name`, which is unique in the document.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns `url`. It may be relative: [`ServiceDocument::url_of`](super::ServiceDocument::url_of) resolves it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns `kind`.
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

    /// Returns `title`, a name for people.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_ref()?.as_deref()
    }

    /// Returns the annotations and the members that the protocol does not define, in order, each with its exact JSON.
    #[must_use]
    pub fn other_members(&self) -> Iter<'_> {
        self.other_members.iter()
    }

    /// Returns the exact JSON of one of [`other_members`](Self::other_members).
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.other_members.raw(name)
    }
}

impl<'a> ServiceElementKind<'a> {
    /// Returns the text of `kind` in JSON.
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

impl<'de> ProtocolObject<'de> for ServiceElement {
    const EXPECTED: &'static str = "an object with the members `name` and `url`";
    const REQUIRED: &'static [&'static str] = &["name", "url"];

    fn empty() -> Self {
        ServiceElement::new("", "")
    }

    fn read_member<A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        match name {
            "name" => self.name = map.next_value()?,
            "url" => self.url = map.next_value()?,
            "kind" => self.kind = map.next_value()?,
            "title" => self.title = Some(map.next_value()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.other_members
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
        self.other_members.write(&mut map)?;
        map.end()
    }
}
