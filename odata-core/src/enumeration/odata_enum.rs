//! The trait of an enumeration, and what all enumerations share.

use std::borrow::Cow;

use serde::Serializer;

pub(crate) use crate::enumeration::{
    enum_members::EnumMembers,
    enum_type::{EnumType, Member},
    read::{Leniency, member},
    unknown::UnknownMember,
};
use crate::{model::odata_type::ODataType, raw::quoted::write_quoted};

/// An OData enumeration: named members, each with a whole number as its value (CSDL 4.01, section 10).
///
/// Derive it; see [`derive@crate::ODataEnum`] for the attributes. Deriving also gives `as_str`, `value`, `from_value`, `ALL`,
/// `qualified` and `from_qualified` as methods of the type itself, `Display` and `FromStr`, serde's `Serialize` and `Deserialize`,
/// [`Validate`](crate::Validate) and [`ODataType`].
///
/// On the wire a value is a member's name as a string. Read are that name, in any letter case where the type says
/// `case_insensitive`, and a member's value as a string of digits (JSON format 4.01, section 7.1). Written is always the name. What
/// names no member is an error, or kept exactly as it came where the type has a variant for it:
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
    /// The constant description: names, underlying type, members.
    const TYPE: &'static EnumType;

    /// Every member in source order, without the variant that keeps unlisted ones.
    const ALL: &'static [Self];

    /// The member's name; of an unlisted one, the text that came.
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

    /// The member's value; of an unlisted one, the number that came, where it was one.
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

    /// The member that has this value.
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

    /// The member's qualified name: the type's, a dot, the member's. Some services want it where a property is declared as
    /// `Edm.String`; see [`QualifiedMember`].
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

    /// The member of a qualified name, by the namespace or the schema's alias.
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
    /// Where the text does not begin with the type's name, or names no member and the type has no variant to keep it.
    fn from_qualified(text: &str) -> Result<Self, UnknownMember> {
        match Self::TYPE.without_qualifier(text) {
            Some(name) => member(Cow::Borrowed(name), Leniency::of(Self::TYPE)),
            None => Err(UnknownMember::unqualified(Self::TYPE, text)),
        }
    }
}

/// `Serialize`: a member's name; of an unlisted one, the text that came.
#[inline]
pub fn write<E: ODataEnum, S: Serializer>(member: &E, serializer: S) -> Result<S::Ok, S::Error> {
    match member.index() {
        Ok(index) => write_quoted(E::TYPE.quoted_at(index), serializer),
        Err(text) => serializer.serialize_str(text),
    }
}

/// `FromStr`: a member's name, with or without the type's before it, or its value.
pub fn parse<E: ODataEnum>(text: &str) -> Result<E, UnknownMember> {
    let name = E::TYPE.without_qualifier(text).unwrap_or(text);
    member(Cow::Borrowed(name), Leniency::of(E::TYPE))
}
