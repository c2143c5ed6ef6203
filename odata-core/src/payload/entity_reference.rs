//! References to entities.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer, de, ser::SerializeMap};

use crate::{
    codec::RawJson,
    dynamic::{Members, control::Control, members::Iter, write_members},
    error::ErrorKind,
    payload::protocol_object::{ProtocolObject, deserialize_object},
    session::{at_name, missing_member, new_error, write_policy},
    validate::Validate,
};

/// A reference to an entity: the entity's id, without its properties.
///
/// Use it for the bodies of `$ref` requests and responses. It is also the form in which 4.01 links a navigation property to an existing
/// entity, and the form in which a response may repeat an entity. Besides the id, a reference may have a type tag, other control
/// information and annotations; all are preserved in order.
///
/// ```
/// use odata_core::{EntityReference, json};
///
/// let reference: EntityReference = json::from_str(r#"{"@odata.id":"users('1')","@ns.note":1}"#)?;
/// assert_eq!(reference.id(), "users('1')");
/// assert_eq!(json::to_string(&EntityReference::new("users('2')"))?, r#"{"@odata.id":"users('2')"}"#);
///
/// assert!(json::from_str::<EntityReference>(r#"{"@odata.id":"users('1')","name":"Ada"}"#).is_err());
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Reading rejects an object without an id, with a null id, or with a property.
///
/// Source: JSON 4.01 §14.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EntityReference(Members);

impl EntityReference {
    /// Creates a reference to the entity with this id, a URL that is absolute or relative to the context URL.
    #[must_use]
    pub fn new(id: &str) -> Self {
        let mut members = Members::new();
        members.push("@odata.id".into(), RawJson::string(id));
        EntityReference(members)
    }

    /// Creates a reference from its members, which must have an id.
    pub(crate) fn from_members<E: de::Error>(members: Members) -> Result<Self, E> {
        match Control::of(&members, "").id() {
            Some(Some(_)) => Ok(EntityReference(members)),
            // Nothing can refer to a transient entity (JSON 4.01 §4.5.8).
            Some(None) => {
                let error = new_error(ErrorKind::Null, "the id of a reference must not be null");
                Err(at_name("@odata.id", error))
            }
            None => Err(missing_member("@odata.id")),
        }
    }

    /// Sets the entity's type, a qualified name. Needed if it differs from the declared type.
    ///
    /// ```
    /// use odata_core::EntityReference;
    ///
    /// let reference = EntityReference::new("users('1')").with_type("microsoft.graph.user");
    /// assert_eq!(reference.type_name().as_deref(), Some("microsoft.graph.user"));
    /// ```
    #[must_use]
    pub fn with_type(mut self, type_name: &str) -> Self {
        self.0.remove("@type");
        self.0.remove("@odata.type");
        let mut members = Members::new();
        members.push(
            "@odata.type".into(),
            RawJson::string(&format!("#{type_name}")),
        );
        for (name, value) in self.0.iter() {
            members.push(name.into(), value.clone());
        }
        self.0 = members;
        self
    }

    /// Returns the id, an absolute or relative URL.
    #[must_use]
    pub fn id(&self) -> Cow<'_, str> {
        // Every constructor requires an id.
        self.control().id().flatten().unwrap_or_default()
    }

    /// Returns the qualified name in the type tag, without the text before `#`.
    #[must_use]
    pub fn type_name(&self) -> Option<Cow<'_, str>> {
        Some(match self.control().type_tag()? {
            Cow::Borrowed(tag) => Cow::Borrowed(tag.rsplit_once('#').map_or(tag, |(_, name)| name)),
            Cow::Owned(tag) => Cow::Owned(
                tag.rsplit_once('#')
                    .map(|(_, name)| name.to_owned())
                    .unwrap_or(tag),
            ),
        })
    }

    /// Returns the control information, including the id.
    #[must_use]
    pub fn control(&self) -> Control<'_> {
        Control::of(&self.0, "")
    }

    /// Returns the exact JSON of a member, by its name in the payload.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Returns all members (control information and annotations) in order, each with its exact JSON.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter()
    }
}

impl fmt::Debug for EntityReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Validate for EntityReference {}

impl<'de> ProtocolObject<'de> for EntityReference {
    const EXPECTED: &'static str = "an entity reference, an object with `@odata.id`";

    fn empty() -> Self {
        EntityReference(Members::new())
    }

    fn check_other_member<E: de::Error>(name: &str) -> Result<(), E> {
        if name.contains('@') {
            return Ok(());
        }
        Err(new_error(
            ErrorKind::Undeclared,
            "an entity reference cannot have properties",
        ))
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.0
    }

    fn finish<E: de::Error>(self) -> Result<Self, E> {
        EntityReference::from_members(self.0)
    }
}

deserialize_object!(EntityReference);

/// Writes control information under its name in the version being written.
impl Serialize for EntityReference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = write_policy().version;
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        write_members(&mut map, self.iter(), version)?;
        map.end()
    }
}
