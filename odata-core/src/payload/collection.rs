//! Collections: items in an envelope with a count and links.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

use crate::{
    codec::{GenericNumber, Items, Nullable, Number, Serde},
    dynamic::{Annotations, DynamicProperties},
    model::ODataType,
    payload::envelope::{
        self, Envelope, VALUE,
        builder::EnvelopeBuilder,
        write::{self, CONTEXT, COUNT, DELTA_LINK, NEXT_LINK},
    },
    runtime::write_member,
    validate::{Path, Validate, Violations},
};

/// A collection or one page of it: the response to a request for an entity set, a collection-valued property or a function.
///
/// The items are entities, a hierarchy, complex values or primitive values; use `Option<T>` if the model allows null items. The count
/// and the links have fields; annotations and undefined members are preserved in order, each with its exact JSON.
///
/// ```
/// use odata_core::{Collection, ODataResource, json};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     id: i64,
/// }
///
/// let text = r#"{"@odata.context":"$metadata#Orders","@odata.count":3,"@odata.nextLink":"Orders?$skip=2","value":[{"id":1},{"id":2}]}"#;
/// let page: Collection<Order> = json::from_str(text)?;
/// assert_eq!(page.count, Some(3));
/// assert!(!page.is_complete());
/// assert_eq!(json::to_string(&page)?, text);
/// assert_eq!(page.into_iter().map(|order| order.id).collect::<Vec<_>>(), [1, 2]);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// All items are in memory; [`json::items`](crate::json::items) reads them one by one.
///
/// # Errors
///
/// Reading rejects a body whose `value` is missing, null or not an array; a member that occurs twice; a next link together with a delta
/// link; a count that is not a non-negative integer; a type annotation that is not that of the items; an undefined member under
/// [`UndeclaredPolicy::Error`](crate::options::UndeclaredPolicy::Error); and an invalid item, with its pointer (`/value/1/id`).
///
/// Source: JSON 4.01 §4.5, §7.3, §7.4 and §13.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection<T> {
    /// The items, in the order of the service.
    pub value: Vec<T>,
    /// `context` (JSON 4.01 §4.5.1), unparsed: see [`ContextUrl`](crate::protocol::context_url::ContextUrl).
    pub context: Option<String>,
    /// `count` (JSON 4.01 §4.5.4): the number of items on all pages, if the request has `$count=true`.
    pub count: Option<i64>,
    /// `nextLink` (JSON 4.01 §4.5.5): the URL of the next page.
    pub next_link: Option<String>,
    /// `deltaLink` (JSON 4.01 §4.5.7): the URL of later changes. Only the last page has one.
    pub delta_link: Option<String>,
    /// Other control information and annotations, in order, each with its exact JSON.
    pub annotations: Annotations,
    /// Members that the format does not define, in order, each with its exact JSON.
    pub undeclared: DynamicProperties,
}

impl<T> Collection<T> {
    /// Creates a collection without count and links.
    ///
    /// ```
    /// use odata_core::{Collection, json};
    ///
    /// assert_eq!(json::to_string(&Collection::new(vec![1, 2]))?, r#"{"value":[1,2]}"#);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub const fn new(value: Vec<T>) -> Self {
        Collection {
            value,
            context: None,
            count: None,
            next_link: None,
            delta_link: None,
            annotations: Annotations::new(),
            undeclared: DynamicProperties::new(),
        }
    }

    /// Creates a collection from its items and its envelope.
    #[must_use]
    pub fn from_parts(value: Vec<T>, envelope: Envelope) -> Self {
        Collection {
            value,
            context: envelope.context,
            count: envelope.count,
            next_link: envelope.next_link,
            delta_link: envelope.delta_link,
            annotations: envelope.annotations,
            undeclared: envelope.undeclared,
        }
    }

    /// Returns the items and the envelope.
    #[must_use]
    pub fn into_parts(self) -> (Vec<T>, Envelope) {
        let envelope = Envelope {
            context: self.context,
            count: self.count,
            next_link: self.next_link,
            delta_link: self.delta_link,
            annotations: self.annotations,
            undeclared: self.undeclared,
        };
        (self.value, envelope)
    }

    /// Returns whether this is the last page.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.next_link.is_none()
    }

    /// Returns the items of this page, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.value.iter()
    }

    /// Returns the number of items on this page; [`count`](field@Self::count) is that of all pages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.value.len()
    }

    /// Returns whether this page has no items. Later pages may have some.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Collection::new(Vec::new())
    }
}

impl<T> From<Vec<T>> for Collection<T> {
    fn from(value: Vec<T>) -> Self {
        Collection::new(value)
    }
}

impl<T> FromIterator<T> for Collection<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Collection::new(items.into_iter().collect())
    }
}

impl<T> IntoIterator for Collection<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Collection<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Collection<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.iter_mut()
    }
}

/// Checks each item, and that the count and the links can be written.
impl<T: Validate> Validate for Collection<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if self.count.is_some_and(|count| count < 0) {
            violations.push(
                &at.property("@odata.count"),
                "count",
                "must not be negative",
            );
        }
        if self.next_link.is_some() && self.delta_link.is_some() {
            let at = at.property("@odata.deltaLink");
            violations.push(&at, "links", "must not be beside a next link");
        }
        self.value.check(&at.property(VALUE), violations);
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CollectionVisitor(PhantomData))
    }
}

struct CollectionVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for CollectionVisitor<T> {
    type Value = Collection<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a collection, an object with a `value` array")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let (value, envelope) = envelope::read::<Items<GenericNumber>, Vec<T>, A>(
            map,
            EnvelopeBuilder::for_collection(),
        )?;
        Ok(Collection::from_parts(value, envelope))
    }
}

/// Writes context, count, annotations and links before the items, which an ordered payload requires (JSON 4.01 §4.4).
impl<T: Serialize> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write::write_control::<Nullable<Serde>, _, _>(&mut map, CONTEXT, &self.context)?;
        write::write_control::<Nullable<Number>, _, _>(&mut map, COUNT, &self.count)?;
        write::write_annotations(&mut map, &self.annotations)?;
        write::write_control::<Nullable<Serde>, _, _>(&mut map, NEXT_LINK, &self.next_link)?;
        write::write_control::<Nullable<Serde>, _, _>(&mut map, DELTA_LINK, &self.delta_link)?;
        write_member::<Items<GenericNumber>, Vec<T>, _>(&mut map, VALUE, &self.value)?;
        self.undeclared.0.write(&mut map)?;
        map.end()
    }
}

crate::codec::property_type::same_type! {
    [T: ODataType] Collection<T>,
}

crate::codec::property_type::not_property! {
    [T] Collection<T>: "`Collection` and `Delta` are the body of a response or request: write `Vec<T>`, or `NavCollection<T>` for entities",
}
