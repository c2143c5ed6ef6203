//! Navigation properties with many targets.

use crate::{
    model::odata_type::ODataType,
    payload::{entity_reference::EntityReference, navigation::EntityOrReference},
    validate::{Validate, path::Path, violation::Violations},
};

/// A navigation property with many targets: the entities, references to them, or links to be made; and what the service says of there
/// being more.
///
/// ```
/// use odata_core::{NavCollection, ODataResource, json};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop", kind = entity)]
/// struct Customer {
///     orders: NavCollection<Order>,
/// }
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop", kind = entity)]
/// struct Order {
///     total: Option<i32>,
/// }
///
/// let text = r#"{"orders@odata.count":3,"orders":[{"total":1},{"@odata.id":"Orders(2)"}],"orders@odata.nextLink":"more"}"#;
/// let customer: Customer = json::from_str(text)?;
/// assert_eq!(customer.orders.entities().count(), 1);
/// assert_eq!(customer.orders.next_link.as_deref(), Some("more"));
/// assert_eq!(json::to_string(&customer)?, text);
///
/// let linked = Customer { orders: NavCollection::bind(["Orders(1)", "Orders(2)"]) };
/// assert_eq!(json::to_string(&linked)?, r#"{"orders@odata.bind":["Orders(1)","Orders(2)"]}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// EnvelopeBuilder refuses a value that is no array of objects, null among them; a `bind` that is no array of strings, or an empty one; a count
/// that is no non-negative integer; anything of these that comes twice; and what `T` refuses.
///
/// Source: OData JSON Format 4.01, sections 4.5.4, 4.5.5 and 8.3 to 8.5.
#[derive(Debug, Clone, PartialEq)]
pub struct NavCollection<T> {
    /// The related entities, or references to them; `None` where the property is not there. In a request, entities are to be made.
    pub value: Option<Vec<EntityOrReference<T>>>,
    /// The ids of entities to link to, which are there already.
    pub bind: Vec<String>,
    /// How many there are, all pages together.
    pub count: Option<i64>,
    /// Where the next page is.
    pub next_link: Option<String>,
}

impl<T> NavCollection<T> {
    /// Nothing said.
    #[must_use]
    pub const fn new() -> Self {
        NavCollection {
            value: None,
            bind: Vec::new(),
            count: None,
            next_link: None,
        }
    }

    /// Links to the entities with these ids, absolute or relative to the request's URL.
    #[must_use]
    pub fn bind<I: IntoIterator<Item: Into<String>>>(ids: I) -> Self {
        NavCollection {
            bind: ids.into_iter().map(Into::into).collect(),
            ..NavCollection::new()
        }
    }

    /// The entities that are there.
    pub fn entities(&self) -> impl Iterator<Item = &T> {
        self.iter().filter_map(EntityOrReference::entity)
    }

    /// The references that are there.
    pub fn references(&self) -> impl Iterator<Item = &EntityReference> {
        self.iter().filter_map(EntityOrReference::reference)
    }

    /// Entities and references, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, EntityOrReference<T>> {
        self.value.as_deref().unwrap_or_default().iter()
    }

    /// How many entities and references are there; [`count`](field@Self::count) is how many are related.
    #[must_use]
    pub fn len(&self) -> usize {
        self.value.as_ref().map_or(0, Vec::len)
    }

    /// Whether no entity and no reference is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether nothing is said.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        self.value.is_none()
            && self.bind.is_empty()
            && self.count.is_none()
            && self.next_link.is_none()
    }
}

impl<T> Default for NavCollection<T> {
    fn default() -> Self {
        NavCollection::new()
    }
}

impl<T> FromIterator<T> for NavCollection<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entities: I) -> Self {
        NavCollection {
            value: Some(
                entities
                    .into_iter()
                    .map(EntityOrReference::Entity)
                    .collect(),
            ),
            ..NavCollection::new()
        }
    }
}

impl<'a, T> IntoIterator for &'a NavCollection<T> {
    type Item = &'a EntityOrReference<T>;
    type IntoIter = std::slice::Iter<'a, EntityOrReference<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: ODataType> ODataType for NavCollection<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

/// The rules of each entity that is there.
impl<T: Validate> Validate for NavCollection<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let Some(value) = &self.value {
            value.check(at, violations);
        }
    }
}
