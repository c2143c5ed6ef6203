//! Collection-valued navigation properties.

use crate::{
    model::{NavigationField, ODataType},
    payload::{entity_reference::EntityReference, navigation::EntityOrReference},
    validate::{Path, Validate, Violations},
};

/// The value of a collection-valued navigation property: entities and references, links for a request, and the count and the next link of
/// the service.
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
/// Reading rejects a value that is not an array of objects; a `bind` that is not an array of strings, or is empty; a count that is not a
/// non-negative integer; any of these twice; and an invalid entity.
///
/// Source: JSON 4.01 §4.5.4, §4.5.5 and §8.3 to §8.5.
#[derive(Debug, Clone, PartialEq)]
pub struct NavCollection<T> {
    /// The related entities and references; `None` if the property is missing. The service creates the entities in a request.
    pub value: Option<Vec<EntityOrReference<T>>>,
    /// The ids of existing entities to which the request adds links.
    pub bind: Vec<String>,
    /// The number of related entities on all pages.
    pub count: Option<i64>,
    /// The URL of the next page.
    pub next_link: Option<String>,
}

impl<T> NavCollection<T> {
    /// Creates the value of a missing property.
    #[must_use]
    pub const fn new() -> Self {
        NavCollection {
            value: None,
            bind: Vec::new(),
            count: None,
            next_link: None,
        }
    }

    /// Creates links to the existing entities with these ids, URLs that are absolute or relative to that of the request.
    #[must_use]
    pub fn bind<I: IntoIterator<Item: Into<String>>>(ids: I) -> Self {
        NavCollection {
            bind: ids.into_iter().map(Into::into).collect(),
            ..NavCollection::new()
        }
    }

    /// Returns the entities in order, without the references.
    pub fn entities(&self) -> impl Iterator<Item = &T> {
        self.iter().filter_map(EntityOrReference::entity)
    }

    /// Returns the entities in order for modification, without the references.
    ///
    /// ```
    /// use odata_core::NavCollection;
    ///
    /// let mut totals: NavCollection<i32> = [1, 2].into_iter().collect();
    /// for total in totals.entities_mut() {
    ///     *total *= 10;
    /// }
    /// assert_eq!(totals.entities().collect::<Vec<_>>(), [&10, &20]);
    /// ```
    pub fn entities_mut(&mut self) -> impl Iterator<Item = &mut T> {
        let items = self.value.iter_mut().flatten();
        items.filter_map(EntityOrReference::entity_mut)
    }

    /// Returns the references in order, without the entities.
    pub fn references(&self) -> impl Iterator<Item = &EntityReference> {
        self.iter().filter_map(EntityOrReference::reference)
    }

    /// Returns the entities and references in order.
    pub fn iter(&self) -> std::slice::Iter<'_, EntityOrReference<T>> {
        self.value.as_deref().unwrap_or_default().iter()
    }

    /// Returns the number of entities and references on this page; [`count`](field@Self::count) is that of all pages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.value.as_ref().map_or(0, Vec::len)
    }

    /// Returns whether there are no entities and no references.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether the property and its control information are missing.
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

/// Checks each entity.
impl<T: Validate> Validate for NavCollection<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let Some(value) = &self.value {
            value.check(at, violations);
        }
    }
}

crate::codec::property_type::same_type! {
    [T: ODataType] NavCollection<T>,
}

crate::codec::property_type::not_property! {
    [T] NavCollection<T>: "`NavCollection` must be written on the field itself, where the derive sees it: write `NavCollection<T>`, not an alias of it",
}

#[diagnostic::do_not_recommend]
impl<T> NavigationField for NavCollection<T> {
    #[inline]
    fn absent() -> Self {
        NavCollection::new()
    }
}
