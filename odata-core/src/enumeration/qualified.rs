//! The qualified name of a member in a property of type string.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{enumeration::odata_enum::ODataEnum, model::ODataType, validate::Validate};

/// An `Edm.String` with the qualified name of a member, such as the `type` of Microsoft Graph's `resume` action:
/// `microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated`.
///
/// Any text is accepted and written back unchanged; [`member`](Self::member) returns the member if the text names one.
///
/// ```
/// use odata_core::{ODataEnum, json, enumeration::QualifiedMember};
///
/// #[derive(Debug, Clone, PartialEq, ODataEnum)]
/// #[odata(namespace = "shop")]
/// enum Event {
///     OrderPlaced,
/// }
///
/// let event = QualifiedMember::from(Event::OrderPlaced);
/// assert_eq!(json::to_string(&event)?, r#""shop.event.orderPlaced""#);
/// assert_eq!(json::from_str::<QualifiedMember<Event>>(r#""shop.event.orderPlaced""#)?, event);
///
/// let unknown: QualifiedMember<Event> = json::from_str(r#""lifecycleEvent""#)?;
/// assert_eq!((unknown.member(), unknown.as_str()), (None, "lifecycleEvent"));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct QualifiedMember<E> {
    text: Box<str>,
    member: Option<E>,
}

impl<E> QualifiedMember<E> {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the member that the text names.
    pub fn member(&self) -> Option<&E> {
        self.member.as_ref()
    }

    /// Converts into the member that the text names.
    pub fn into_member(self) -> Option<E> {
        self.member
    }
}

impl<E: ODataEnum> From<E> for QualifiedMember<E> {
    fn from(member: E) -> QualifiedMember<E> {
        QualifiedMember {
            text: member.qualified().into(),
            member: Some(member),
        }
    }
}

impl<E: ODataEnum> From<String> for QualifiedMember<E> {
    fn from(text: String) -> QualifiedMember<E> {
        QualifiedMember {
            member: E::from_qualified(&text).ok(),
            text: text.into(),
        }
    }
}

impl<E: ODataEnum> From<&str> for QualifiedMember<E> {
    fn from(text: &str) -> QualifiedMember<E> {
        QualifiedMember::from(text.to_owned())
    }
}

impl<E: ODataEnum> FromStr for QualifiedMember<E> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<QualifiedMember<E>, Infallible> {
        Ok(QualifiedMember::from(text))
    }
}

impl<E: PartialEq> PartialEq<E> for QualifiedMember<E> {
    fn eq(&self, member: &E) -> bool {
        self.member.as_ref() == Some(member)
    }
}

impl<E> fmt::Display for QualifiedMember<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E> fmt::Debug for QualifiedMember<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "QualifiedMember({})", self.text)
    }
}

impl<E> Serialize for QualifiedMember<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, E: ODataEnum> Deserialize<'de> for QualifiedMember<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(QualifiedMember::from)
    }
}

impl<E> ODataType for QualifiedMember<E> {
    const NAME: &'static str = "Edm.String";
}

impl<E> Validate for QualifiedMember<E> {}
