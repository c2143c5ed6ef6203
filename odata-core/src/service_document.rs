//! What a service offers at its root.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{self, MapAccess};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::control::{Control, spelt};
use crate::dynamic::{Iter, Members};
use crate::object::{self, Many, Object};
use crate::validate::Validate;
use crate::{JsonText, resolve_url, scope};

/// The service document: the entity sets, singletons, function imports and other service documents of a service.
///
/// What the protocol does not define is kept: a client must not stumble over new kinds or members.
///
/// ```
/// use odata_core::{ServiceDocument, ServiceElementKind};
///
/// let document: ServiceDocument = odata_core::json::from_str(
///     r#"{"@odata.context":"https://h/s/$metadata","value":[
///         {"name":"Orders","kind":"EntitySet","url":"Orders"},
///         {"name":"Contoso","title":"Contoso Ltd.","kind":"Singleton","url":"Contoso"}]}"#,
/// )?;
/// let contoso = document.element("Contoso").ok_or("no Contoso")?;
/// assert_eq!(contoso.kind(), ServiceElementKind::Singleton);
/// assert_eq!(document.url_of("Orders").as_deref(), Some("https://h/s/Orders"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: OData JSON Format 4.01, section 5.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceDocument {
    elements: Vec<ServiceElement>,
    more: Members,
}

impl ServiceDocument {
    /// A document with these elements.
    #[must_use]
    pub const fn new(elements: Vec<ServiceElement>) -> Self {
        ServiceDocument {
            elements,
            more: Members::new(),
        }
    }

    /// The elements in order.
    #[must_use]
    pub fn elements(&self) -> &[ServiceElement] {
        &self.elements
    }

    /// The element of that name.
    #[must_use]
    pub fn element(&self, name: &str) -> Option<&ServiceElement> {
        self.elements.iter().find(|element| element.name == name)
    }

    /// The URL of an element, resolved against the document's context URL.
    #[must_use]
    pub fn url_of(&self, name: &str) -> Option<Cow<'_, str>> {
        let url = self.element(name)?.url();
        Some(match self.control().context() {
            Some(context) => resolve_url(&context, url),
            None => Cow::Borrowed(url),
        })
    }

    /// Control information of the document, its context URL among it.
    #[must_use]
    pub fn control(&self) -> Control<'_> {
        Control::of(&self.more, "")
    }

    /// Control information, annotations and members that the protocol does not define, in order and exact.
    #[must_use]
    pub fn more(&self) -> Iter<'_> {
        self.more.iter()
    }
}

impl Validate for ServiceDocument {}

/// One thing that a service offers.
///
/// ```
/// use odata_core::ServiceElement;
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

    /// `url`: absolute, or relative to the document's context URL; see [`ServiceDocument::url_of`].
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
    pub fn raw(&self, name: &str) -> Option<&JsonText> {
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

/// A document while it is being read.
#[derive(Default)]
struct Document {
    value: Option<Vec<Element>>,
    more: Members,
}

impl<'de> Object<'de> for Document {
    const EXPECTED: &'static str = "a service document, an object with the member `value`";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error> {
        if name != "value" {
            return Ok(false);
        }
        self.value = map.next_value_seed(Many(PhantomData))?;
        Ok(true)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.more
    }
}

/// An element while it is being read.
#[derive(Default)]
struct Element {
    name: Option<String>,
    url: Option<String>,
    kind: Option<String>,
    title: Option<Option<String>>,
    more: Members,
}

impl<'de> Object<'de> for Element {
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
            (None, _) => Err(object::missing("name")),
            (_, None) => Err(object::missing("url")),
        }
    }
}

impl<'de> Deserialize<'de> for ServiceDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Document { value, more } = object::read(deserializer)?;
        let Some(elements) = value else {
            return Err(object::missing("value"));
        };
        let elements = elements
            .into_iter()
            .map(|element| ServiceElement {
                name: element.name.unwrap_or_default(),
                url: element.url.unwrap_or_default(),
                kind: element.kind,
                title: element.title,
                more: element.more,
            })
            .collect();
        Ok(ServiceDocument { elements, more })
    }
}

impl Serialize for ServiceDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = scope::write_policy().version;
        let mut map = serializer.serialize_map(None)?;
        // The context stands first (section 4.5.1), and with it whatever else came.
        for (name, json) in self.more() {
            map.serialize_entry(&spelt(name, version), json)?;
        }
        map.serialize_entry("value", &self.elements)?;
        map.end()
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
