//! Entities that are gone.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{Deserialize, Serialize, de, de::DeserializeOwned};

use crate::{
    codec::raw_json::RawJson,
    dynamic::{
        control::view::{Control, text},
        members,
        resource::DynamicResource,
    },
    error::{Error, ErrorKind},
    payload::delta::read::require_string,
    runtime::de::replay,
    session::{depth::Level, failure::new_mismatch, trace::at_name},
};

/// Why an entity is no longer in a collection.
///
/// ```
/// use odata_core::payload::Reason;
///
/// assert_eq!(Reason::Deleted.to_string(), "deleted");
/// ```
///
/// Source: OData JSON Format 4.01, section 15.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is deleted, for good.
    Deleted,
    /// It has changed so that it is no longer part of the collection, or of what the client asked for. Microsoft Graph says so of
    /// what is deleted and can be restored.
    Changed,
}

impl Reason {
    /// The wire form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Deleted => "deleted",
            Reason::Changed => "changed",
        }
    }

    fn parse<E: de::Error>(json: &str) -> Result<Reason, E> {
        match json {
            r#""deleted""# => Ok(Reason::Deleted),
            r#""changed""# => Ok(Reason::Changed),
            _ => Err(new_mismatch(
                ErrorKind::Value,
                format_args!("a reason is \"deleted\" or \"changed\", not {json}"),
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

/// An entity that is gone: which one, perhaps why, and whatever else came with it.
///
/// It has one of two forms, and is written in the form in which it came. [`new`](Self::new) makes the first, which 4.01 has and
/// Microsoft Graph uses in 4.0; [`deleted_entity`](Self::deleted_entity) makes that of 4.0.
///
/// ```
/// use odata_core::{json, payload::DeltaItem, payload::Reason};
///
/// for text in [
///     r##"{"@removed":{"reason":"deleted"},"@odata.id":"Customers(5)"}"##,
///     r##"{"@odata.context":"#Customers/$deletedEntity","id":"Customers(5)","reason":"deleted"}"##,
/// ] {
///     let item: DeltaItem<()> = json::from_str(text)?;
///     let removed = item.removed().ok_or("something else")?;
///     assert_eq!(removed.reason(), Some(Reason::Deleted));
///     assert_eq!(removed.id().as_deref(), Some("Customers(5)"));
///     assert_eq!(json::to_string(&item)?, text);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: OData JSON Format 4.01, section 15.3; OData JSON Format 4.0, section 14.2.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Removed {
    /// All members, in order and exact.
    members: DynamicResource,
    reason: Option<Reason>,
    /// Where 4.0's form is, the id and the reason are plain members.
    is_deleted_entity: bool,
}

impl Removed {
    /// An entity that is gone, in 4.01's form; say which one it is, [by id](Self::with_id) or [by its key](Self::with).
    ///
    /// ```
    /// use odata_core::{json, payload::DeltaItem, payload::Reason, payload::Removed};
    ///
    /// let gone = Removed::new(Some(Reason::Changed)).with("id", &7)?;
    /// assert_eq!(json::to_string(&DeltaItem::<()>::Removed(gone))?, r##"{"@removed":{"reason":"changed"},"id":7}"##);
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

    /// An entity that is gone, in 4.0's form: the entity set, the entity's id, and why.
    ///
    /// ```
    /// use odata_core::{json, payload::DeltaItem, payload::Reason, payload::Removed};
    ///
    /// let gone = Removed::deleted_entity("Customers", "Customers(5)", Some(Reason::Deleted));
    /// assert_eq!(
    ///     json::to_string(&DeltaItem::<()>::Removed(gone))?,
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

    /// The same with the entity's id, a URL that may be relative to the context's.
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

    /// The same with a member more: a key property, another property, an annotation.
    ///
    /// # Errors
    ///
    /// Where the value cannot be written as JSON, or `name` is empty or one that makes the item what it is.
    pub fn with<V: Serialize + ?Sized>(mut self, name: &str, value: &V) -> Result<Self, Error> {
        if matches!(name, "@removed" | "@odata.removed") {
            return Err(Error::invalid_name(
                name,
                "`removed` is what the item has its reason in already",
            ));
        }
        self.members.insert(name, value)?;
        Ok(self)
    }

    /// Why, where the service says.
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        self.reason
    }

    /// The entity's id: a URL, which may be relative to the context's. Without it, the key's properties are there.
    #[must_use]
    pub fn id(&self) -> Option<Cow<'_, str>> {
        if self.is_deleted_entity {
            self.members.raw("id").and_then(text)
        } else {
            Control::of(&self.members.0, "").id().flatten()
        }
    }

    /// The value of a member, typed: a key property; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// Where the value is not a `V`.
    pub fn get<'a, V: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<V>, Error> {
        self.members.get(name)
    }

    /// What came of the entity itself, as a `T`: in 4.01 a removed entity may show more of its properties than its key.
    ///
    /// ```
    /// use odata_core::{ODataResource, json, payload::DeltaItem};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     id: i64,
    /// }
    ///
    /// let item: DeltaItem<Order> = json::from_str(r#"{"id":9007199254740993,"@removed":{}}"#)?;
    /// let removed = item.removed().ok_or("something else")?;
    /// assert_eq!(removed.entity::<Order>()?.id, 9007199254740993);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the members are not those of a `T`.
    pub fn entity<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let mut entity = self.members.clone();
        for name in ["@removed", "@odata.removed"] {
            entity.remove(name);
        }
        entity.read_as()
    }

    /// All members, in order and exact.
    #[must_use]
    pub fn iter(&self) -> members::Iter<'_> {
        self.members.iter()
    }

    /// Of the members of an item that has `removed`.
    pub(super) fn annotated<E: de::Error>(members: DynamicResource) -> Result<Removed, E> {
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
        let has_property = || removed.iter().any(|(name, _)| !name.contains(['@', '#']));
        if removed.id().is_none() && !has_property() {
            return Err(new_mismatch(
                ErrorKind::Missing,
                "nothing says which entity is removed",
                "`@odata.id` or the properties of the key",
                "neither",
            ));
        }
        Ok(removed)
    }

    /// Of the members of an item whose context says that it is one in 4.0's form.
    pub(super) fn of_deleted_entity<E: de::Error>(members: DynamicResource) -> Result<Removed, E> {
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

/// The reason in the object that `removed` is; whatever else is in there is kept with it.
fn reason_in<E: de::Error>(removed: &RawJson) -> Result<Option<Reason>, E> {
    let object: DynamicResource = replay::captured(Cow::Borrowed(removed.as_str()), PhantomData)?;
    let _level = Level::enter()?;
    let reason = object.raw("reason").map(|it| Reason::parse(it.as_str()));
    reason.transpose().map_err(|error| at_name("reason", error))
}
