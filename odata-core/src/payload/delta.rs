//! Deltas: the changes to a collection.

use serde::{
    Serialize, Serializer,
    ser::{self, SerializeMap},
};

use crate::{
    dynamic::{members, write_members},
    model::ODataType,
    payload::{
        collection::Collection,
        delta::{link::DeltaLink, removed::Removed},
    },
    protocol::MetadataLevel,
    session::write_policy,
    validate::{Path, Validate, Violations},
};

pub(crate) mod link;
pub(crate) mod nested_removed;
pub(crate) mod read;
pub(crate) mod removed;
pub(crate) mod required;

/// The changes to a collection: the response to a delta link, and the body of a PATCH to a collection.
///
/// A delta is a [`Collection`] whose items are [`DeltaItem`]s. It has the same links, and [`json::items`](crate::json::items) reads the
/// items one by one.
///
/// ```
/// use odata_core::{Delta, ODataResource, json, payload::{DeltaItem, Reason}};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "microsoft.graph")]
/// struct User {
///     #[odata(key)]
///     id: String,
///     display_name: Option<String>,
/// }
///
/// let text = r##"{
///     "@odata.context": "https://graph.example/v1.0/$metadata#users",
///     "@odata.deltaLink": "https://graph.example/v1.0/users/delta?$deltatoken=2",
///     "value": [
///         {"id": "1", "displayName": "Ada"},
///         {"id": "2", "@removed": {"reason": "changed"}}
///     ]
/// }"##;
/// let delta: Delta<User> = json::from_str(text)?;
/// for item in &delta {
///     match item {
///         DeltaItem::Changed(user) => assert_eq!(user.id, "1"),
///         DeltaItem::Removed(removed) => {
///             assert_eq!(removed.get::<String>("id")?.as_deref(), Some("2"));
///             assert_eq!(removed.reason(), Some(Reason::Changed));
///         }
///         DeltaItem::Link(_) | DeltaItem::DeletedLink(_) => {}
///     }
/// }
/// assert!(delta.delta_link.is_some());
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// The errors of [`Collection`] and [`DeltaItem`].
///
/// Source: JSON 4.01 §15.
pub type Delta<T> = Collection<DeltaItem<T>>;

impl<T> Delta<T> {
    /// Creates the body of a PATCH to a collection, whose context is `#$delta` (JSON 4.01 §15.6).
    ///
    /// ```
    /// use odata_core::{Delta, DynamicResource, json, payload::Removed};
    ///
    /// let mut delta: Delta<DynamicResource> = Delta::patch(Vec::new());
    /// delta.value.push(Removed::new(None).with_id("Customers(1)").into());
    /// assert_eq!(
    ///     json::to_string(&delta)?,
    ///     r##"{"@odata.context":"#$delta","value":[{"@removed":{},"@odata.id":"Customers(1)"}]}"##
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn patch(items: Vec<DeltaItem<T>>) -> Self {
        let mut delta = Collection::new(items);
        delta.context = Some("#$delta".to_owned());
        delta
    }
}

/// An item of a [`Delta`]: a change to the collection.
///
/// An item with `@removed` (or `@odata.removed`, in every version) is a removed entity. So is an item whose own context ends with
/// `/$deletedEntity`; one with `/$link` or `/$deletedLink` is a link. Any other item is an entity. The members may have any order, unless
/// the payload is ordered.
///
/// The kind is known only at the end of an item, so the text of each item is read twice. It is not copied.
///
/// ```
/// use odata_core::{DynamicResource, json, payload::DeltaItem};
///
/// let item: DeltaItem<DynamicResource> = json::from_str(r#"{"@odata.id":"Customers(5)","@removed":{"reason":"deleted"}}"#)?;
/// assert_eq!(item.removed().and_then(|it| it.id()).as_deref(), Some("Customers(5)"));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Inside a changed entity, a removed entity is allowed as the value of a single-valued navigation property, and in a nested delta
/// (`Orders@delta`). Nested deltas are among the annotations of the entity: read them with
/// `annotations.get::<Vec<DeltaItem<Order>>>("Orders@delta")`.
///
/// # Errors
///
/// Reading rejects an item that is not an object; a `removed` that is not an object; a reason other than `deleted` and `changed`; a
/// removed entity with neither an id nor all key properties, or with a value that is not of its property's type; a link without source,
/// relationship or (in 4.0) target; a link in a nested delta; a removed entity in another place; and an invalid entity.
///
/// Source: JSON 4.01 §15.2 to §15.5.
#[derive(Debug, Clone, PartialEq)]
pub enum DeltaItem<T> {
    /// A new or changed entity (JSON 4.01 §15.2), with at least the changed properties. An entity reference adds an existing entity to the
    /// collection.
    Changed(T),
    /// A removed entity (JSON 4.01 §15.3).
    Removed(Removed),
    /// An added link (JSON 4.01 §15.4).
    Link(DeltaLink),
    /// A deleted link (JSON 4.01 §15.5).
    DeletedLink(DeltaLink),
}

impl<T> DeltaItem<T> {
    /// Returns the new or changed entity.
    pub const fn changed(&self) -> Option<&T> {
        match self {
            DeltaItem::Changed(entity) => Some(entity),
            _ => None,
        }
    }

    /// Returns the removed entity.
    pub const fn removed(&self) -> Option<&Removed> {
        match self {
            DeltaItem::Removed(removed) => Some(removed),
            _ => None,
        }
    }

    /// Returns the new or changed entity.
    ///
    /// # Errors
    ///
    /// The item itself, if it has another kind.
    pub fn into_changed(self) -> Result<T, Self> {
        match self {
            DeltaItem::Changed(entity) => Ok(entity),
            other => Err(other),
        }
    }
}

impl<T> From<Removed> for DeltaItem<T> {
    fn from(removed: Removed) -> Self {
        DeltaItem::Removed(removed)
    }
}

/// Checks the new or changed entity, and that something identifies a removed one.
impl<T: Validate> Validate for DeltaItem<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        match self {
            DeltaItem::Changed(entity) => entity.check(at, violations),
            DeltaItem::Removed(removed) if !removed.has_identity() => {
                violations.push(at, "removed", "must have an id or the key properties");
            }
            _ => {}
        }
    }
}

impl<T: Serialize> Serialize for DeltaItem<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            DeltaItem::Changed(entity) => entity.serialize(serializer),
            DeltaItem::Removed(removed) => write(removed.iter(), serializer),
            DeltaItem::Link(link) | DeltaItem::DeletedLink(link) => write(link.iter(), serializer),
        }
    }
}

/// Writes an item whose kind depends on control information, which `metadata=none` excludes (JSON 4.01 §3.1.3).
fn write<S: Serializer>(members: members::Iter<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let policy = write_policy();
    if policy.metadata == Some(MetadataLevel::None) {
        return Err(ser::Error::custom(
            "a delta with removed entities or links cannot be written at `metadata=none`: use `metadata=minimal`",
        ));
    }
    let mut map = serializer.serialize_map(Some(members.len()))?;
    write_members(&mut map, members, policy.version)?;
    map.end()
}

crate::codec::property_type::same_type! {
    [T: ODataType] DeltaItem<T>,
}
