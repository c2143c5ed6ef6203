//! What navigation properties lead to.
//!
//! A navigation property comes in more forms than a value has: not at all, as null, as a reference to an entity, as the entity itself;
//! and a request may link it to an entity that is there already. [`Nav`] holds what one with a single target has, [`NavCollection`] what
//! one with many has. The derive knows both by their names; a field of such a type is a navigation property.
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
//! // A request that makes an entity, its reports among them, and links it to its manager.
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
//! | On the wire | `Nav` | `NavCollection` |
//! |---|---|---|
//! | nothing | `Absent` | `value: None` |
//! | `"N": null` | `Null` | an error |
//! | `"N": {"@odata.id": ...}`, only control information and annotations beside | `Reference` | `EntityOrReference::Reference` in `value` |
//! | `"N": {...}` (expanded, or a deep insert) | `Expanded` | `EntityOrReference::Entity` in `value` |
//! | `"N@odata.bind": "..."`, `[...]` | `Bind` | `bind` |
//! | `"N@odata.bind": null` | `Unbind` | an error |
//! | `"N@odata.count"`, `"N@odata.nextLink"` | with the annotations | `count`, `next_link` |
//! | `"N@odata.navigationLink"` and any other | with the annotations | with the annotations |
//!
//! 4.01 has no `bind` of its own: there a link is a reference in the property's place. So `Bind` is written as `"N": {"@id": "..."}` and
//! `Unbind` as `"N": null` where the [options](crate::WriteOptions) say 4.01, which reads back as `Reference` and `Null`.
//!
//! Source: OData JSON Format 4.01, sections 8 and 14.

use std::{borrow::Cow, fmt};

use crate::{
    model::odata_type::ODataType,
    payload::entity_reference::EntityReference,
    validate::{Validate, path::Path, violation::Violations},
};

pub(crate) mod collection;
#[doc(hidden)]
pub(crate) mod read;
pub(crate) mod write;

/// A navigation property with one target, or the link of a request to one.
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
/// EnvelopeBuilder refuses what is neither null nor an object; a `bind` that is neither a string nor null; a value and a `bind` beside each
/// other; null where the field says `nullable = false`; and what `T` refuses.
///
/// Source: OData JSON Format 4.01, sections 8.3 to 8.5 and 14.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Nav<T> {
    /// It is not there: not asked for, or not changed.
    #[default]
    Absent,
    /// Nothing is related.
    Null,
    /// The id of the related entity.
    Reference(EntityReference),
    /// The related entity itself; in a request, one to be made (a deep insert, section 8.4).
    Expanded(Box<T>),
    /// Links to the entity with this id, which is there already (section 8.5).
    Bind(String),
    /// Unlinks.
    Unbind,
}

impl<T> Nav<T> {
    /// A link to the entity with this id, absolute or relative to the request's URL.
    #[must_use]
    pub fn bind(id: &str) -> Self {
        Nav::Bind(id.to_owned())
    }

    /// The related entity, where it is there.
    #[must_use]
    pub fn entity(&self) -> Option<&T> {
        match self {
            Nav::Expanded(entity) => Some(entity),
            _ => None,
        }
    }

    /// The related entity, where it is there.
    #[must_use]
    pub fn into_entity(self) -> Option<T> {
        match self {
            Nav::Expanded(entity) => Some(*entity),
            _ => None,
        }
    }

    /// The reference, where that is what is there.
    #[must_use]
    pub fn reference(&self) -> Option<&EntityReference> {
        match self {
            Nav::Reference(reference) => Some(reference),
            _ => None,
        }
    }

    /// The id of the related entity, by a reference or a link.
    #[must_use]
    pub fn id(&self) -> Option<Cow<'_, str>> {
        match self {
            Nav::Reference(reference) => Some(reference.id()),
            Nav::Bind(id) => Some(Cow::Borrowed(id)),
            _ => None,
        }
    }

    /// Whether nothing is said.
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

impl<T: ODataType> ODataType for Nav<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

/// The rules of the related entity, where it is there.
impl<T: Validate> Validate for Nav<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let Nav::Expanded(entity) = self {
            entity.check(at, violations);
        }
    }
}

/// An entity, or a reference in its place: an item of a [`NavCollection`], or of a [`Collection`](crate::Collection).
///
/// An object that has an id, and beside it only control information and annotations, is a reference.
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
/// Source: OData JSON Format 4.01, sections 13 and 14.
#[derive(Clone, PartialEq)]
pub enum EntityOrReference<T> {
    /// Its id, and nothing of the entity itself.
    Reference(EntityReference),
    /// The entity.
    Entity(T),
}

impl<T> EntityOrReference<T> {
    /// The entity, where it is there.
    #[must_use]
    pub fn entity(&self) -> Option<&T> {
        match self {
            EntityOrReference::Entity(entity) => Some(entity),
            EntityOrReference::Reference(_) => None,
        }
    }

    /// The reference, where that is what is there.
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

impl<T: ODataType> ODataType for EntityOrReference<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

impl<T: Validate> Validate for EntityOrReference<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let EntityOrReference::Entity(entity) = self {
            entity.check(at, violations);
        }
    }
}
