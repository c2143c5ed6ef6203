//! The trait that `derive(ODataEnum)` implements.

use std::borrow::Cow;

use serde::Serializer;

pub(crate) use crate::enumeration::{
    enum_members::EnumMembers,
    enum_type::{EnumType, Member},
    lookup::{MatchRules, member},
    unknown::UnknownMember,
};
use crate::{model::ODataType, raw::write_quoted};

/// An OData enumeration: named members, each with an integer value (CSDL 4.01 §10).
///
/// Implement it with the derive; see [`derive@crate::ODataEnum`] for the attributes. The derive also generates `as_str`, `value`,
/// `from_value`, `ALL`, `qualified` and `from_qualified` as inherent methods, and implements `Display`, `FromStr`, `Serialize`,
/// `Deserialize`, [`Validate`](crate::Validate) and [`ODataType`].
///
/// In JSON, a value is a string with the name of a member. Reading also accepts the value of a member in digits (JSON 4.01 §7.1) and,
/// if the type is `case_insensitive`, any letter case. Writing always writes the name. A text that names no member is an error, unless
/// the type has an `other` variant, which holds the text unchanged:
///
/// ```
/// use odata_core::{ODataEnum, json};
///
/// #[derive(Debug, PartialEq, ODataEnum)]
/// #[odata(namespace = "shop", case_insensitive)]
/// enum Status {
///     Ordered,
///     InTransit,
///     #[odata(other)]
///     Other(String),
/// }
///
/// assert_eq!(json::from_str::<Status>(r#""inTransit""#)?, Status::InTransit);
/// assert_eq!(json::from_str::<Status>(r#""InTransit""#)?, Status::InTransit);
/// assert_eq!(json::from_str::<Status>(r#""1""#)?, Status::InTransit);
/// assert_eq!(json::to_string(&Status::InTransit)?, r#""inTransit""#);
///
/// let lost = json::from_str::<Status>(r#""lostAtSea""#)?;
/// assert_eq!(lost, Status::Other("lostAtSea".to_owned()));
/// assert_eq!(json::to_string(&lost)?, r#""lostAtSea""#);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData enumeration",
    label = "not an OData enumeration",
    note = "add `#[derive(ODataEnum)]` to `{Self}`"
)]
pub trait ODataEnum: ODataType + EnumMembers {
    /// The description of the type.
    const TYPE: &'static EnumType;

    /// Every member in source order, without the `other` variant.
    const ALL: &'static [Self];

    /// Returns the name of the member; for an unknown member, the text that was read.
    ///
    /// ```
    /// use odata_core::ODataEnum;
    ///
    /// #[derive(ODataEnum)]
    /// #[odata(namespace = "shop")]
    /// enum Status {
    ///     InTransit,
    /// }
    ///
    /// assert_eq!(Status::InTransit.as_str(), "inTransit");
    /// ```
    #[inline]
    fn as_str(&self) -> &str {
        match self.index() {
            Ok(index) => Self::TYPE.name_at(index),
            Err(text) => text,
        }
    }

    /// Returns the value of the member; for an unknown member, the number that was read, if it was one.
    ///
    /// ```
    /// use odata_core::ODataEnum;
    ///
    /// #[derive(ODataEnum)]
    /// #[odata(namespace = "shop")]
    /// enum Status {
    ///     #[odata(value = 1)]
    ///     InTransit,
    ///     #[odata(other)]
    ///     Other(String),
    /// }
    ///
    /// assert_eq!(Status::InTransit.value(), Some(1));
    /// assert_eq!(Status::Other("7".to_owned()).value(), Some(7));
    /// assert_eq!(Status::Other("lostAtSea".to_owned()).value(), None);
    /// ```
    fn value(&self) -> Option<i64> {
        match self.index() {
            Ok(index) => Self::TYPE.member_at(index).map(Member::value),
            Err(text) => text.parse().ok(),
        }
    }

    /// Returns the member with this value.
    ///
    /// ```
    /// use odata_core::ODataEnum;
    ///
    /// #[derive(Debug, PartialEq, ODataEnum)]
    /// #[odata(namespace = "shop")]
    /// enum Status {
    ///     Ordered,
    ///     InTransit,
    /// }
    ///
    /// assert_eq!(Status::from_value(1), Some(Status::InTransit));
    /// assert_eq!(Status::from_value(2), None);
    /// ```
    fn from_value(value: i64) -> Option<Self> {
        Self::TYPE.index_of_value(value).and_then(Self::member)
    }

    /// Returns the qualified name: the name of the type, a dot, the name of the member. Some services require it in an
    /// `Edm.String` property; see [`QualifiedMember`](crate::enumeration::QualifiedMember).
    ///
    /// ```
    /// use odata_core::ODataEnum;
    ///
    /// #[derive(ODataEnum)]
    /// #[odata(namespace = "shop")]
    /// enum Status {
    ///     InTransit,
    /// }
    ///
    /// assert_eq!(Status::InTransit.qualified(), "shop.status.inTransit");
    /// ```
    fn qualified(&self) -> String {
        format!("{}.{}", Self::TYPE.name(), self.as_str())
    }

    /// Returns the member with this qualified name, which starts with the namespace or the schema's alias.
    ///
    /// ```
    /// use odata_core::ODataEnum;
    ///
    /// #[derive(Debug, PartialEq, ODataEnum)]
    /// #[odata(namespace = "shop")]
    /// enum Status {
    ///     InTransit,
    /// }
    ///
    /// assert_eq!(Status::from_qualified("shop.status.inTransit"), Ok(Status::InTransit));
    /// assert!(Status::from_qualified("inTransit").is_err());
    /// assert!(Status::from_qualified("shop.colour.inTransit").is_err());
    /// ```
    ///
    /// # Errors
    /// The text does not start with the name of the type, or it names no member and the type has no `other` variant.
    fn from_qualified(text: &str) -> Result<Self, UnknownMember> {
        match Self::TYPE.without_qualifier(text) {
            Some(name) => member(Self::TYPE, Cow::Borrowed(name), MatchRules::of(Self::TYPE)),
            None => Err(UnknownMember::not_qualified(Self::TYPE, text)),
        }
    }
}

/// Writes the name of a member; for an unknown member, the text that was read.
#[inline]
pub fn write<E: ODataEnum, S: Serializer>(member: &E, serializer: S) -> Result<S::Ok, S::Error> {
    match member.index() {
        Ok(index) => write_quoted(E::TYPE.quoted_at(index), serializer),
        Err(text) => serializer.serialize_str(text),
    }
}

/// Parses the name of a member, qualified or not, or its value.
pub fn parse<E: ODataEnum>(text: &str) -> Result<E, UnknownMember> {
    let name = E::TYPE.without_qualifier(text).unwrap_or(text);
    member(E::TYPE, Cow::Borrowed(name), MatchRules::of(E::TYPE))
}
