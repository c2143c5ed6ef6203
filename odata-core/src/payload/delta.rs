//! Deltas: what has changed in a collection since somebody looked, or what shall change.

use serde::{Serialize, Serializer, ser, ser::SerializeMap};

use crate::{
    dynamic::{control::value_kind::write_members, members},
    model::odata_type::ODataType,
    payload::collection::Collection,
    protocol::media_type::MetadataLevel,
    session::policy::write_policy,
    validate::{Validate, path::Path, violation::Violations},
};

pub(crate) mod link;
pub(crate) mod read;
pub(crate) mod removed;

pub(crate) use crate::payload::delta::{link::DeltaLink, removed::Removed};

/// The changes to a collection: the body that a delta link answers, and that of a PATCH to a collection.
///
/// It is a [`Collection`] whose items are changes: links to the next page or to the next delta, streaming with
/// [`json::items`](crate::json::items) and all else are the collection's.
///
/// ```
/// use odata_core::{Delta, ODataResource, json, payload::DeltaItem, payload::Reason};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "microsoft.graph")]
/// struct User {
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
///         DeltaItem::Removed(gone) => {
///             assert_eq!(gone.get::<String>("id")?.as_deref(), Some("2"));
///             assert_eq!(gone.reason(), Some(Reason::Changed));
///         }
///         DeltaItem::Link(_) | DeltaItem::DeletedLink(_) => {}
///     }
/// }
/// assert!(delta.delta_link.is_some());
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: OData JSON Format 4.01, section 15.
pub type Delta<T> = Collection<DeltaItem<T>>;

impl<T> Delta<T> {
    /// The body of a PATCH to a collection: its context says that the items are changes (section 15.6).
    ///
    /// ```
    /// use odata_core::{Delta, json, payload::Removed};
    ///
    /// let mut delta: Delta<()> = Delta::patch(Vec::new());
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

/// ObjectSeed change.
///
/// What an item is, `@removed` says (`@odata.removed` is the same, in every version), or the part that its own context names:
/// `#Customers/$deletedEntity`, `#Customers/$link`, `#Customers/$deletedLink`. Either may stand anywhere in the item, unless the
/// payload is ordered. All else is an entity.
///
/// An item is kept as text until it is known, then read from it; that costs an additional pass over its text, no copy.
///
/// # Errors
///
/// EnvelopeBuilder refuses an item that is no object; a `removed` that is no object; a reason other than `deleted` and `changed`; a removed
/// entity of which nothing says which one it is; a link without source, relationship or (4.0) target; and what `T` refuses.
///
/// Source: OData JSON Format 4.01, sections 15.2 to 15.5.
#[derive(Debug, Clone, PartialEq)]
pub enum DeltaItem<T> {
    /// An entity that is new or has changed (section 15.2), with at least the properties that have changed. May be an entity
    /// reference, which says that an entity now belongs to the collection.
    Changed(T),
    /// An entity that is gone (section 15.3).
    Removed(Removed),
    /// A link that is new (section 15.4).
    Link(DeltaLink),
    /// A link that is gone (section 15.5).
    DeletedLink(DeltaLink),
}

impl<T> DeltaItem<T> {
    /// The entity that is new or has changed.
    pub const fn changed(&self) -> Option<&T> {
        match self {
            DeltaItem::Changed(entity) => Some(entity),
            _ => None,
        }
    }

    /// The entity that is gone.
    pub const fn removed(&self) -> Option<&Removed> {
        match self {
            DeltaItem::Removed(removed) => Some(removed),
            _ => None,
        }
    }

    /// [`changed`](Self::changed), owned; other items come back as they are.
    ///
    /// # Errors
    ///
    /// The item, where it is something else.
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

impl<T: ODataType> ODataType for DeltaItem<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

impl<T: Validate> Validate for DeltaItem<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let DeltaItem::Changed(entity) = self {
            entity.check(at, violations);
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

/// Writes an item that its control information makes what it is, which is why a delta cannot do without (section 3.1.3).
fn write<S: Serializer>(members: members::Iter<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let policy = write_policy();
    if policy.metadata == Some(MetadataLevel::None) {
        return Err(ser::Error::custom(
            "a delta cannot be written at `metadata=none`: what is removed or linked would be lost",
        ));
    }
    let mut map = serializer.serialize_map(Some(members.len()))?;
    write_members(&mut map, members, policy.version)?;
    map.end()
}
