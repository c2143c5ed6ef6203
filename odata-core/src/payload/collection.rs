//! A collection: items in an envelope with counts and links.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

use crate::{
    codec::{
        collection::Items, generic_number::GenericNumber, nullable::Nullable, number::Number,
        serde_codec::Serde,
    },
    dynamic::{annotations::Annotations, properties::DynamicProperties},
    model::odata_type::ODataType,
    payload::{
        envelope,
        envelope::{CONTEXT, COUNT, DELTA_LINK, Envelope, EnvelopeBuilder, NEXT_LINK, VALUE},
    },
    runtime::ser,
    validate::{Validate, path::Path, violation::Violations},
};

/// A collection, or a page of one: the body of a request for an entity set, a collection-valued property or function.
///
/// The items may be anything that a `value` array holds: entities, a hierarchy of them, complex values, primitive values,
/// `Option<T>` where the model says that items may be null. What the service says around them is kept: links and the count in
/// fields of their own, annotations and anything else in order and exact.
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
/// An error says which item: `/value/1/id`. Reading is one pass and keeps all items; [`json::items`](crate::json::items) gives them
/// one by one.
///
/// # Errors
///
/// EnvelopeBuilder refuses a body without `value`, or whose `value` is null or no array; a member that comes twice; a next link beside a
/// delta link; a count that is no non-negative integer; under [`UndeclaredPolicy::Error`](crate::json::Undeclared), a member that the
/// format does not define; and what the items refuse.
///
/// Source: OData JSON Format 4.01, sections 4.5, 7.3, 7.4 and 13.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection<T> {
    /// The items, in the service's order.
    pub value: Vec<T>,
    /// `context` (section 4.5.1), as it came: see [`ContextUrl`](crate::context::ContextUrl).
    pub context: Option<String>,
    /// `count` (section 4.5.4): the items of all pages together, by `$count=true`.
    pub count: Option<i64>,
    /// `nextLink` (section 4.5.5): where the next page is.
    pub next_link: Option<String>,
    /// `deltaLink` (section 4.5.7): where to ask for changes later; only the last page has one.
    pub delta_link: Option<String>,
    /// Other control information and annotations, in order and exact.
    pub annotations: Annotations,
    /// Members that the format does not define, in order and exact.
    pub undeclared: DynamicProperties,
}

impl<T> Collection<T> {
    /// A collection of these items, with nothing around them.
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

    /// A collection of these items in that envelope.
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

    /// The items, and what is around them.
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

    /// Whether no page follows.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.next_link.is_none()
    }

    /// The items of this page, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.value.iter()
    }

    /// How many items this page has; [`count`](field@Self::count) is how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.value.len()
    }

    /// Whether this page has no items; more may follow all the same.
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

/// The type of the items, as for every collection.
impl<T: ODataType> ODataType for Collection<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

/// The rules of each item; and those that a collection itself must keep to be written.
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
            violations.push(&at, "links", "must not stand beside a next link");
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
            EnvelopeBuilder::of_collection(),
        )?;
        Ok(Collection::from_parts(value, envelope))
    }
}

/// Context, count, annotations and links before the items, so that an ordered payload (section 4.4) is one, too.
impl<T: Serialize> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        envelope::write_control::<Nullable<Serde>, _, _>(&mut map, CONTEXT, &self.context)?;
        envelope::write_control::<Nullable<Number>, _, _>(&mut map, COUNT, &self.count)?;
        envelope::write_annotations(&mut map, &self.annotations)?;
        envelope::write_control::<Nullable<Serde>, _, _>(&mut map, NEXT_LINK, &self.next_link)?;
        envelope::write_control::<Nullable<Serde>, _, _>(&mut map, DELTA_LINK, &self.delta_link)?;
        ser::put::<Items<GenericNumber>, Vec<T>, _>(&mut map, VALUE, &self.value)?;
        self.undeclared.0.write(&mut map)?;
        map.end()
    }
}
