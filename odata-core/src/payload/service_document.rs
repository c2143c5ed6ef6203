//! Service documents.

pub(crate) mod element;

use std::{borrow::Cow, marker::PhantomData};

use serde::{Serialize, Serializer, de::MapAccess, ser::SerializeMap};

use crate::{
    codec::RawJson,
    dynamic::{Members, control::Control, members::Iter, write_members},
    error::ErrorKind,
    payload::{
        protocol_object::{ArraySeed, ProtocolObject, deserialize_object},
        service_document::element::ServiceElement,
    },
    protocol::resolve_url,
    session::{new_error, write_policy},
    validate::Validate,
};

/// The document at a service's root URL: it lists the entity sets, singletons, function imports and other service documents.
///
/// Unknown kinds and members are preserved, because the protocol forbids clients to reject them.
///
/// ```
/// use odata_core::{json, payload::{ServiceDocument, ServiceElementKind}};
///
/// let document: ServiceDocument = json::from_str(
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
/// # Errors
///
/// Reading rejects a document without a `value` array and an element without a name or a URL.
///
/// Source: JSON 4.01 §5.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceDocument {
    elements: Vec<ServiceElement>,
    other_members: Members,
}

impl ServiceDocument {
    /// Creates a document with these elements.
    #[must_use]
    pub const fn new(elements: Vec<ServiceElement>) -> Self {
        ServiceDocument {
            elements,
            other_members: Members::new(),
        }
    }

    /// Sets the context URL: that of `$metadata`, to which the URLs of the elements are relative.
    ///
    /// ```
    /// use odata_core::{json, payload::{ServiceDocument, ServiceElement}};
    ///
    /// let document = ServiceDocument::new(vec![ServiceElement::new("Orders", "Orders")]);
    /// let document = document.with_context("https://shop.example/$metadata");
    /// assert_eq!(
    ///     json::to_string(&document)?,
    ///     r#"{"@odata.context":"https://shop.example/$metadata","value":[{"name":"Orders","url":"Orders"}]}"#,
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn with_context(mut self, url: &str) -> Self {
        // A string can always be written as JSON.
        if let Ok(url) = RawJson::new(url) {
            self.other_members.insert("@odata.context", url);
        }
        self
    }

    /// Returns the elements in order.
    #[must_use]
    pub fn elements(&self) -> &[ServiceElement] {
        &self.elements
    }

    /// Returns the element with this name.
    #[must_use]
    pub fn element(&self, name: &str) -> Option<&ServiceElement> {
        self.elements.iter().find(|element| element.name() == name)
    }

    /// Returns the URL of an element, resolved against the document's context URL.
    #[must_use]
    pub fn url_of(&self, name: &str) -> Option<Cow<'_, str>> {
        let url = self.element(name)?.url();
        Some(match self.control().context() {
            Some(context) => resolve_url(&context, url),
            None => Cow::Borrowed(url),
        })
    }

    /// Returns the document's control information, such as its context URL.
    #[must_use]
    pub fn control(&self) -> Control<'_> {
        Control::of(&self.other_members, "")
    }

    /// Returns all members except `value` (control information, annotations, undefined ones) in order, each with its exact JSON.
    #[must_use]
    pub fn other_members(&self) -> Iter<'_> {
        self.other_members.iter()
    }
}

impl Validate for ServiceDocument {}

impl<'de> ProtocolObject<'de> for ServiceDocument {
    const EXPECTED: &'static str = "a service document, an object with a `value` array";
    const REQUIRED: &'static [&'static str] = &["value"];

    fn empty() -> Self {
        ServiceDocument::default()
    }

    fn read_member<A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        if name != "value" {
            return Ok(false);
        }
        let elements = map.next_value_seed(ArraySeed(PhantomData))?;
        self.elements =
            elements.ok_or_else(|| new_error(ErrorKind::Null, "`value` must not be null"))?;
        Ok(true)
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.other_members
    }
}

deserialize_object!(ServiceDocument);

impl Serialize for ServiceDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = write_policy().version;
        let mut map = serializer.serialize_map(None)?;
        // The context URL is first (JSON 4.01 §4.5.1).
        write_members(&mut map, self.other_members(), version)?;
        map.serialize_entry("value", &self.elements)?;
        map.end()
    }
}
