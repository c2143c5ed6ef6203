//! Values of navigation properties.
//!
//! A navigation property has more forms than a value: it may be missing, null, a reference to an entity, or the entity; and a request may
//! link it to an existing entity. [`Nav`] is the type of a single-valued navigation property, [`NavCollection`] that of a
//! collection-valued one. The derive recognizes both by name: a field of such a type is a navigation property.
//!
//! ```
//! use odata_core::{Nav, NavCollection, ODataResource, json, payload::EntityOrReference};
//!
//! #[derive(Debug, Default, PartialEq, ODataResource)]
//! #[odata(namespace = "shop", kind = entity)]
//! struct Employee {
//!     name: Option<String>,
//!     manager: Nav<Employee>,
//!     reports: NavCollection<Employee>,
//! }
//!
//! // A response.
//! let ada: Employee = json::from_str(
//!     r#"{"name":"Ada","manager":{"@odata.id":"Employees(1)"},
//!         "reports@odata.count":7,"reports":[{"name":"Grace"}],"reports@odata.nextLink":"Employees(2)/reports?$skip=1"}"#,
//! )?;
//! assert_eq!(ada.manager.reference().map(|it| it.id()), Some("Employees(1)".into()));
//! assert_eq!((ada.reports.len(), ada.reports.count), (1, Some(7)));
//! assert_eq!(ada.reports.entities().next().and_then(|it| it.name.as_deref()), Some("Grace"));
//!
//! // A request that creates an entity and its reports, and links it to its manager.
//! let new = Employee {
//!     name: Some("Ada".to_owned()),
//!     manager: Nav::bind("Employees(1)"),
//!     reports: [Employee { name: Some("Grace".to_owned()), ..Employee::default() }].into_iter().collect(),
//! };
//! assert_eq!(
//!     json::to_string(&new)?,
//!     r#"{"name":"Ada","manager@odata.bind":"Employees(1)","reports":[{"name":"Grace"}]}"#
//! );
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! | In JSON | `Nav` | `NavCollection` |
//! |---|---|---|
//! | missing | `Absent` | `value: None` |
//! | `"N": null` | `Null` | an error |
//! | `"N": {"@odata.id": ...}` without properties | `Reference` | `EntityOrReference::Reference` in `value` |
//! | `"N": {...}` (expanded, or a deep insert) | `Expanded` | `EntityOrReference::Entity` in `value` |
//! | `"N@odata.bind": "..."`, `[...]` | `Bind` | `bind` |
//! | `"N@odata.bind": null` | `Unbind` | an error |
//! | `"N@odata.count"`, `"N@odata.nextLink"` | in the annotations | `count`, `next_link` |
//! | `"N@odata.navigationLink"` and others | in the annotations | in the annotations |
//!
//! 4.01 has no `bind`; there, a link is a reference as the value of the property. If the [options](crate::WriteOptions) select 4.01,
//! `Bind` is written as `"N": {"@id": "..."}` and `Unbind` as `"N": null`. They are read back as `Reference` and `Null`.
//!
//! Source: JSON 4.01 §8 and §14.

use std::{borrow::Cow, fmt};

use crate::{
    model::{NavigationField, ODataType},
    payload::entity_reference::EntityReference,
    validate::{Path, Validate, Violations},
};

pub(crate) mod collection;
pub(crate) mod read;
pub(crate) mod write;

pub(crate) use crate::payload::navigation::collection::NavCollection;

/// The value of a single-valued navigation property.
///
/// Use it for a field that may be expanded or a reference, or that a request links to an existing entity.
///
/// ```
/// use odata_core::{Nav, ODataResource, Version, WriteOptions, json};
///
/// #[derive(Debug, Default, ODataResource)]
/// #[odata(namespace = "shop", kind = entity)]
/// struct Order {
///     customer: Nav<Customer>,
/// }
///
/// #[derive(Debug, Default, ODataResource)]
/// #[odata(namespace = "shop", kind = entity)]
/// struct Customer {
///     name: Option<String>,
/// }
///
/// let order: Order = json::from_str(r#"{"customer":{"name":"Ada"}}"#)?;
/// assert_eq!(order.customer.entity().and_then(|it| it.name.as_deref()), Some("Ada"));
///
/// let order = Order { customer: Nav::bind("Customers(7)") };
/// assert_eq!(json::to_string(&order)?, r#"{"customer@odata.bind":"Customers(7)"}"#);
/// let newer = WriteOptions::new().version(Version::V401);
/// assert_eq!(json::to_string_with(&order, &newer)?, r#"{"customer":{"@id":"Customers(7)"}}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Reading rejects a value that is neither null nor an object; a `bind` that is neither a string nor null; a value together with a `bind`;
/// null if the field has `nullable = false`; and an invalid entity.
///
/// Source: JSON 4.01 §8.3 to §8.5 and §14.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Nav<T> {
    /// The property is missing: it was not requested, or does not change.
    #[default]
    Absent,
    /// There is no related entity.
    Null,
    /// A reference to the related entity.
    Reference(EntityReference),
    /// The related entity. In a request, the service creates it (a deep insert, JSON 4.01 §8.4).
    Expanded(Box<T>),
    /// Links to the existing entity with this id (JSON 4.01 §8.5).
    Bind(String),
    /// Removes the link. In 4.0, it is written as a null `bind`; use [`Null`](Self::Null) for a service that accepts null only as the value,
    /// such as Dataverse.
    Unbind,
}

impl<T> Nav<T> {
    /// Creates a link to the existing entity with this id, a URL that is absolute or relative to that of the request.
    #[must_use]
    pub fn bind(id: &str) -> Self {
        Nav::Bind(id.to_owned())
    }

    /// Returns the related entity, if it is expanded.
    #[must_use]
    pub fn entity(&self) -> Option<&T> {
        match self {
            Nav::Expanded(entity) => Some(entity),
            _ => None,
        }
    }

    /// Returns the related entity for modification, if it is expanded.
    ///
    /// ```
    /// use odata_core::Nav;
    ///
    /// let mut count: Nav<i32> = Nav::from(1);
    /// if let Some(count) = count.entity_mut() {
    ///     *count += 1;
    /// }
    /// assert_eq!(count.into_entity(), Some(2));
    /// ```
    #[must_use]
    pub fn entity_mut(&mut self) -> Option<&mut T> {
        match self {
            Nav::Expanded(entity) => Some(entity),
            _ => None,
        }
    }

    /// Returns the related entity, if it is expanded.
    #[must_use]
    pub fn into_entity(self) -> Option<T> {
        match self {
            Nav::Expanded(entity) => Some(*entity),
            _ => None,
        }
    }

    /// Returns the reference, if the value is one.
    #[must_use]
    pub fn reference(&self) -> Option<&EntityReference> {
        match self {
            Nav::Reference(reference) => Some(reference),
            _ => None,
        }
    }

    /// Returns the id of the related entity, if the value is a reference or a link.
    #[must_use]
    pub fn id(&self) -> Option<Cow<'_, str>> {
        match self {
            Nav::Reference(reference) => Some(reference.id()),
            Nav::Bind(id) => Some(Cow::Borrowed(id)),
            _ => None,
        }
    }

    /// Returns whether the property is missing.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Nav::Absent)
    }
}

impl<T> From<T> for Nav<T> {
    fn from(entity: T) -> Self {
        Nav::Expanded(Box::new(entity))
    }
}

/// Checks the related entity, if it is expanded.
impl<T: Validate> Validate for Nav<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let Nav::Expanded(entity) = self {
            entity.check(at, violations);
        }
    }
}

/// An entity or a reference to one: an item of a [`NavCollection`](crate::NavCollection) or a [`Collection`](crate::Collection).
///
/// An object with an id and without properties is a reference.
///
/// ```
/// use odata_core::{Collection, ODataResource, json, payload::EntityOrReference};
///
/// #[derive(Debug, PartialEq, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Customer {
///     #[odata(key)]
///     id: i64,
/// }
///
/// let text = r#"{"value":[{"@odata.id":"Customers(1)"},{"id":2}]}"#;
/// let page: Collection<EntityOrReference<Customer>> = json::from_str(text)?;
/// assert_eq!(page.value[0].reference().map(|it| it.id()), Some("Customers(1)".into()));
/// assert_eq!(page.value[1], EntityOrReference::Entity(Customer { id: 2 }));
/// assert_eq!(json::to_string(&page)?, text);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Reading rejects a value that is not an object, and an invalid entity.
///
/// Source: JSON 4.01 §13 and §14.
#[derive(Clone, PartialEq)]
pub enum EntityOrReference<T> {
    /// A reference.
    Reference(EntityReference),
    /// An entity.
    Entity(T),
}

impl<T> EntityOrReference<T> {
    /// Returns the entity, unless it is a reference.
    #[must_use]
    pub fn entity(&self) -> Option<&T> {
        match self {
            EntityOrReference::Entity(entity) => Some(entity),
            EntityOrReference::Reference(_) => None,
        }
    }

    /// Returns the entity for modification, unless it is a reference.
    #[must_use]
    pub fn entity_mut(&mut self) -> Option<&mut T> {
        match self {
            EntityOrReference::Entity(entity) => Some(entity),
            EntityOrReference::Reference(_) => None,
        }
    }

    /// Returns the reference, unless it is an entity.
    #[must_use]
    pub fn reference(&self) -> Option<&EntityReference> {
        match self {
            EntityOrReference::Reference(reference) => Some(reference),
            EntityOrReference::Entity(_) => None,
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for EntityOrReference<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntityOrReference::Reference(reference) => reference.fmt(f),
            EntityOrReference::Entity(entity) => entity.fmt(f),
        }
    }
}

impl<T> From<T> for EntityOrReference<T> {
    fn from(entity: T) -> Self {
        EntityOrReference::Entity(entity)
    }
}

impl<T: Validate> Validate for EntityOrReference<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let EntityOrReference::Entity(entity) = self {
            entity.check(at, violations);
        }
    }
}

crate::codec::property_type::wrapper_type! {
    [T: ODataType] EntityOrReference<T>,
}

crate::codec::property_type::same_type! {
    [T: ODataType] Nav<T>,
}

crate::codec::property_type::not_property! {
    [T] Nav<T>: "`Nav` must be written on the field itself, where the derive sees it: write `Nav<T>`, not an alias of it",
}

#[diagnostic::do_not_recommend]
impl<T> NavigationField for Nav<T> {
    #[inline]
    fn absent() -> Self {
        Nav::Absent
    }
}
