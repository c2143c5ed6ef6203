//! What a service offers at its root.

pub(crate) mod element;

use std::{borrow::Cow, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::MapAccess, ser::SerializeMap};

pub(crate) use crate::payload::service_document::element::ServiceElement;
use crate::{
    dynamic::{
        control::{value_kind::write_members, view::Control},
        members::{Iter, Members},
    },
    payload::{
        protocol_object,
        protocol_object::{ArraySeed, ProtocolObject},
        service_document::element::Element,
    },
    protocol::url::resolve_url,
    session::{policy::write_policy, trace::missing_member},
    validate::Validate,
};

/// The service document: the entity sets, singletons, function imports and other service documents of a service.
///
/// What the protocol does not define is kept: a client must not stumble over new kinds or members.
///
/// ```
/// use odata_core::{payload::ServiceDocument, payload::ServiceElementKind};
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
        self.elements.iter().find(|element| element.name() == name)
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

/// A document while it is being read.
#[derive(Default)]
struct Document {
    value: Option<Vec<Element>>,
    more: Members,
}

impl<'de> ProtocolObject<'de> for Document {
    const EXPECTED: &'static str = "a service document, an object with the member `value`";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error> {
        if name != "value" {
            return Ok(false);
        }
        self.value = map.next_value_seed(ArraySeed(PhantomData))?;
        Ok(true)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.more
    }
}

impl<'de> Deserialize<'de> for ServiceDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Document { value, more } = protocol_object::read(deserializer)?;
        let Some(elements) = value else {
            return Err(missing_member("value"));
        };
        let elements = elements.into_iter().map(ServiceElement::from).collect();
        Ok(ServiceDocument { elements, more })
    }
}

impl Serialize for ServiceDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = write_policy().version;
        let mut map = serializer.serialize_map(None)?;
        // The context stands first (section 4.5.1), and with it whatever else came.
        write_members(&mut map, self.more(), version)?;
        map.serialize_entry("value", &self.elements)?;
        map.end()
    }
}
