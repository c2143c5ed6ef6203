//! References to entities.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    codec::raw_json::RawJson,
    dynamic::{
        control::{value_kind::write_members, view::Control},
        members::{Iter, Members},
    },
    error::ErrorKind,
    payload::{protocol_object, protocol_object::ProtocolObject},
    session::{
        failure::new_error,
        policy::write_policy,
        trace::{at_name, missing_member},
    },
    validate::Validate,
};

/// A reference to an entity: its id, and nothing of the entity itself.
///
/// It is the body of `$ref` requests and responses, what 4.01 binds a navigation property to, and may stand for an
/// entity that a response has already shown. Beside the id it may have a type tag, other control information and
/// annotations, all kept in order; a property makes it something else, and reading refuses it.
///
/// ```
/// use odata_core::EntityReference;
///
/// let reference: EntityReference = odata_core::json::from_str(r#"{"@odata.id":"users('1')","@ns.note":1}"#)?;
/// assert_eq!(reference.id(), "users('1')");
/// assert_eq!(serde_json::to_string(&EntityReference::new("users('2')"))?, r#"{"@odata.id":"users('2')"}"#);
/// assert!(odata_core::json::from_str::<EntityReference>(r#"{"@odata.id":"users('1')","name":"Ada"}"#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: OData JSON Format 4.01, section 14.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EntityReference(Members);

impl EntityReference {
    /// A reference to the entity with that id, absolute or relative to the payload's context URL.
    #[must_use]
    pub fn new(id: &str) -> Self {
        let mut members = Members::new();
        members.push("@odata.id".into(), RawJson::string(id));
        EntityReference(members)
    }

    /// Of what has been read.
    pub(crate) fn of_members<E: de::Error>(members: Members) -> Result<Self, E> {
        match Control::of(&members, "").id() {
            Some(Some(_)) => Ok(EntityReference(members)),
            // A transient entity (section 4.5.8) cannot be referred to.
            Some(None) => {
                let error = new_error(ErrorKind::Null, "the id of a reference must not be null");
                Err(at_name("@odata.id", error))
            }
            None => Err(missing_member("@odata.id")),
        }
    }

    /// The same reference with the entity's type, a qualified name: needed where it is not the declared one.
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
        self.0
            .insert("@odata.type", RawJson::string(&format!("#{type_name}")));
        self
    }

    /// The id: a URL, which may be relative.
    #[must_use]
    pub fn id(&self) -> Cow<'_, str> {
        // EnvelopeBuilder and `new` see to it that there is one.
        self.control().id().flatten().unwrap_or_default()
    }

    /// The qualified name in the type tag, without what stands before `#`.
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

    /// Control information, the id among it.
    #[must_use]
    pub fn control(&self) -> Control<'_> {
        Control::of(&self.0, "")
    }

    /// The exact JSON of a member, by its name as it came.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// All members, control information and annotations, in order and exact.
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

/// A reference while it is being read, perhaps still without its id.
#[derive(Default)]
struct EnvelopeBuilder(Members);

impl<'de> ProtocolObject<'de> for EnvelopeBuilder {
    const EXPECTED: &'static str = "an entity reference, an object with `@odata.id`";

    fn member<A: MapAccess<'de>>(&mut self, _: &str, _: &mut A) -> Result<bool, A::Error> {
        Ok(false)
    }

    fn allow<E: de::Error>(name: &str) -> Result<(), E> {
        if name.contains('@') {
            return Ok(());
        }
        Err(new_error(
            ErrorKind::Undeclared,
            "an entity reference has no properties",
        ))
    }

    fn more(&mut self) -> &mut Members {
        &mut self.0
    }
}

impl<'de> Deserialize<'de> for EntityReference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let EnvelopeBuilder(members) = protocol_object::read(deserializer)?;
        EntityReference::of_members(members)
    }
}

/// Names of control information are written in the spelling of the version being written.
impl Serialize for EntityReference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = write_policy().version;
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        write_members(&mut map, self.iter(), version)?;
        map.end()
    }
}
