//! Removed entities.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Serialize,
    de::{self, DeserializeOwned},
};

use crate::{
    codec::RawJson,
    dynamic::{
        DynamicResource,
        control::{Control, view::text},
        members,
    },
    error::{Error, ErrorKind, text_enum},
    model::{StructuredType, key_properties},
    payload::delta::required::require_string,
    runtime::de::{delta::unidentified, described, replay},
    session::{Level, at_name, new_mismatch},
};

text_enum! {
    /// The reason why an entity is no longer in a collection.
    ///
    /// ```
    /// use odata_core::payload::Reason;
    ///
    /// assert_eq!(Reason::Deleted.to_string(), "deleted");
    /// ```
    ///
    /// Source: JSON 4.01 §15.3.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Reason {
        /// The entity is deleted.
        Deleted = "deleted",
        /// The entity changed and no longer belongs to the collection or matches the request. Microsoft Graph also uses it for a deleted
        /// entity that can be restored.
        Changed = "changed",
    }

    /// Returns the text of the reason in JSON.
    #[must_use]
    pub fn as_str;
}

impl Reason {
    fn parse<E: de::Error>(json: &str) -> Result<Reason, E> {
        match json {
            r#""deleted""# => Ok(Reason::Deleted),
            r#""changed""# => Ok(Reason::Changed),
            _ => Err(new_mismatch(
                ErrorKind::Value,
                format_args!("the reason must be \"deleted\" or \"changed\", not {json}"),
                "\"deleted\" or \"changed\"",
                json,
            )),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A removed entity: its id or its key, the reason, and any other members.
///
/// There are two forms, and an item is written in the form in which it was read. [`new`](Self::new) creates the form of 4.01, which
/// Microsoft Graph also uses in 4.0; [`deleted_entity`](Self::deleted_entity) creates the form of 4.0.
///
/// ```
/// use odata_core::{DynamicResource, json, payload::{DeltaItem, Reason}};
///
/// for text in [
///     r##"{"@removed":{"reason":"deleted"},"@odata.id":"Customers(5)"}"##,
///     r##"{"@odata.context":"#Customers/$deletedEntity","id":"Customers(5)","reason":"deleted"}"##,
/// ] {
///     let item: DeltaItem<DynamicResource> = json::from_str(text)?;
///     let removed = item.removed().ok_or("another kind")?;
///     assert_eq!(removed.reason(), Some(Reason::Deleted));
///     assert_eq!(removed.id().as_deref(), Some("Customers(5)"));
///     assert_eq!(json::to_string(&item)?, text);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// The errors of [`DeltaItem`](super::DeltaItem).
///
/// Source: JSON 4.01 §15.3; JSON 4.0 §14.2.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Removed {
    /// All members in order, each with its exact JSON.
    members: DynamicResource,
    reason: Option<Reason>,
    /// Whether the entity has the form of 4.0, in which the id and the reason are plain members.
    is_deleted_entity: bool,
}

impl Removed {
    /// Creates a removed entity in the form of 4.01. Add its [id](Self::with_id) or its [key properties](Self::with).
    ///
    /// ```
    /// use odata_core::{DynamicResource, json, payload::{DeltaItem, Reason, Removed}};
    ///
    /// let removed = Removed::new(Some(Reason::Changed)).with("id", &7)?;
    /// assert_eq!(json::to_string(&DeltaItem::<DynamicResource>::Removed(removed))?, r##"{"@removed":{"reason":"changed"},"id":7}"##);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn new(reason: Option<Reason>) -> Self {
        let mut members = DynamicResource::new();
        let object = match reason {
            Some(reason) => format!(r#"{{"reason":"{reason}"}}"#),
            None => "{}".to_owned(),
        };
        members
            .0
            .push("@removed".into(), RawJson::from_trusted(object));
        Removed {
            members,
            reason,
            is_deleted_entity: false,
        }
    }

    /// Creates a removed entity in the form of 4.0: the entity set, the id of the entity, the reason.
    ///
    /// ```
    /// use odata_core::{DynamicResource, json, payload::{DeltaItem, Reason, Removed}};
    ///
    /// let removed = Removed::deleted_entity("Customers", "Customers(5)", Some(Reason::Deleted));
    /// assert_eq!(
    ///     json::to_string(&DeltaItem::<DynamicResource>::Removed(removed))?,
    ///     r##"{"@odata.context":"#Customers/$deletedEntity","id":"Customers(5)","reason":"deleted"}"##
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn deleted_entity(set: &str, id: &str, reason: Option<Reason>) -> Self {
        let mut members = DynamicResource::new();
        let context = format!("#{set}/$deletedEntity");
        members
            .0
            .push("@odata.context".into(), RawJson::string(&context));
        members.0.push("id".into(), RawJson::string(id));
        if let Some(reason) = reason {
            members
                .0
                .push("reason".into(), RawJson::string(reason.as_str()));
        }
        Removed {
            members,
            reason,
            is_deleted_entity: true,
        }
    }

    /// Sets the id, a URL that is absolute or relative to the context URL.
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        let name = if self.is_deleted_entity {
            "id"
        } else {
            "@odata.id"
        };
        self.members.0.insert(name, RawJson::string(id));
        self
    }

    /// Sets a member and returns its former value: a key property, another property or an annotation.
    ///
    /// # Errors
    ///
    /// The value cannot be written as JSON, or `name` is empty or `@removed`.
    pub fn insert<V: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &V,
    ) -> Result<Option<RawJson>, Error> {
        if matches!(name, "@removed" | "@odata.removed") {
            return Err(Error::invalid_name(
                name,
                "the reason is a parameter of `Removed::new`",
            ));
        }
        self.members.insert(name, value)
    }

    /// Sets a member, as [`insert`](Self::insert) does.
    ///
    /// # Errors
    ///
    /// The errors of [`insert`](Self::insert).
    pub fn with<V: Serialize + ?Sized>(mut self, name: &str, value: &V) -> Result<Self, Error> {
        self.insert(name, value)?;
        Ok(self)
    }

    /// Returns the reason, if there is one.
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        self.reason
    }

    /// Returns the id, a URL that is absolute or relative to the context URL. Without an id, there are the key properties.
    #[must_use]
    pub fn id(&self) -> Option<Cow<'_, str>> {
        if self.is_deleted_entity {
            self.members.raw("id").and_then(text)
        } else {
            Control::of(&self.members.0, "").id().flatten()
        }
    }

    /// Reads a member, such as a key property, as a `V`; `None` if it is missing.
    ///
    /// # Errors
    ///
    /// The value is not a `V`.
    pub fn get<'a, V: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<V>, Error> {
        self.members.get(name)
    }

    /// Reads the members as a `T`. In 4.01, a removed entity may have other properties besides its key.
    ///
    /// ```
    /// use odata_core::{ODataResource, json, payload::DeltaItem};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     #[odata(key)]
    ///     id: i64,
    /// }
    ///
    /// let item: DeltaItem<Order> = json::from_str(r#"{"id":9007199254740993,"@removed":{}}"#)?;
    /// let removed = item.removed().ok_or("another kind")?;
    /// assert_eq!(removed.entity::<Order>()?.id, 9007199254740993);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The members are not those of a `T`.
    pub fn entity<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let mut entity = self.members.clone();
        for name in ["@removed", "@odata.removed"] {
            entity.remove(name);
        }
        entity.read_as_base()
    }

    /// Returns all members in order, each with its exact JSON.
    #[must_use]
    pub fn iter(&self) -> members::Iter<'_> {
        self.members.iter()
    }

    /// Returns whether there is an id or any property.
    pub(super) fn has_identity(&self) -> bool {
        let is_property = |name: &str| !name.contains(['@', '#']);
        self.id().is_some() || self.iter().any(|(name, _)| is_property(name))
    }

    /// Creates a removed entity from the members of an item with `removed`, whose type is, or derives from, `declared`.
    pub(super) fn from_annotated<E: de::Error>(
        members: DynamicResource,
        declared: Option<&'static StructuredType>,
    ) -> Result<Removed, E> {
        let names = ["@removed", "@odata.removed"];
        let found = names
            .into_iter()
            .find_map(|name| Some((name, members.raw(name)?)));
        let reason = match found {
            Some((name, value)) => reason_in(value).map_err(|error| at_name(name, error))?,
            None => None,
        };
        let removed = Removed {
            members,
            reason,
            is_deleted_entity: false,
        };
        let key = declared.map(key_properties).unwrap_or_default();
        let has_value = |name: &&str| removed.members.raw(name).is_some_and(|it| !it.is_null());
        if !removed.has_identity() || (removed.id().is_none() && !key.iter().all(has_value)) {
            return Err(unidentified(&key));
        }
        if let Some(declared) = declared {
            described::check_removed(declared, &removed.members)?;
        }
        Ok(removed)
    }

    /// Creates a removed entity from the members of an item in the form of 4.0.
    pub(super) fn from_deleted_entity<E: de::Error>(
        members: DynamicResource,
    ) -> Result<Removed, E> {
        require_string(&members, "id")?;
        let reason = match members.raw("reason") {
            Some(value) => {
                Some(Reason::parse(value.as_str()).map_err(|error| at_name("reason", error))?)
            }
            None => None,
        };
        Ok(Removed {
            members,
            reason,
            is_deleted_entity: true,
        })
    }
}

/// Returns the reason in the value of `removed`.
fn reason_in<E: de::Error>(removed: &RawJson) -> Result<Option<Reason>, E> {
    let object: DynamicResource = replay::captured(Cow::Borrowed(removed.as_str()), PhantomData)?;
    let _level = Level::enter()?;
    let reason = object.raw("reason").map(|it| Reason::parse(it.as_str()));
    reason.transpose().map_err(|error| at_name("reason", error))
}
