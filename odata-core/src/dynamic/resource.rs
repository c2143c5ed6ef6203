//! A resource of any type.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::{
    codec::RawJson,
    dynamic::{
        bag_entry::write_in_order,
        control::TYPE_TAG,
        members::{Members, map_of_members},
    },
    error::Error,
    model::ODataType,
    session::allow_derived,
    validate::Validate,
};

/// A resource whose type is unknown or not declared: all members in the order of the payload, each with its exact JSON.
///
/// The `other` variant of a hierarchy holds one. It can also be read directly.
///
/// Members are written in order, except that the members that belong to the resource itself (`@odata.context`, `@odata.type`, `@ns.term`)
/// precede the properties, and annotations of a property immediately precede it (JSON 4.01 §4.4).
///
/// ```
/// use odata_core::DynamicResource;
///
/// let text = r##"{"@odata.type":"#shop.voucher","code":"x1","worth":12.50}"##;
/// let other: DynamicResource = odata_core::json::from_str(text)?;
/// assert_eq!(other.type_name(), Some("shop.voucher"));
/// assert_eq!(other.get::<String>("code")?.as_deref(), Some("x1"));
/// assert_eq!(odata_core::json::to_string(&other)?, text);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DynamicResource(pub(crate) Members);

impl DynamicResource {
    /// Creates a resource without members.
    pub const fn new() -> Self {
        DynamicResource(Members::new())
    }

    /// Creates a resource with a type tag.
    pub fn of_type(type_name: &str) -> Self {
        let mut members = Members::new();
        members.push(
            TYPE_TAG.into(),
            RawJson::from_trusted(format!("\"#{}\"", type_name.replace(['"', '\\'], ""))),
        );
        DynamicResource(members)
    }

    /// Returns the qualified name in the type tag, without `#` and the URL before it.
    pub fn type_name(&self) -> Option<&str> {
        let (_, text) = self
            .0
            .iter()
            .find(|(name, _)| *name == TYPE_TAG || *name == "@type")?;
        let tag = text.as_str().strip_prefix('"')?.strip_suffix('"')?;
        Some(tag.rsplit_once('#').map_or(tag, |(_, name)| name))
    }

    /// Returns the value of a member, a property or an annotation.
    ///
    /// # Errors
    ///
    /// The value is not a `T`.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        self.0.get(name)
    }

    /// Returns the exact JSON of a member.
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Sets a member and returns its former value. A new member is the last.
    ///
    /// # Errors
    ///
    /// The value cannot be written as JSON, or `name` is empty.
    pub fn insert<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<RawJson>, Error> {
        if name.is_empty() {
            return Err(Error::invalid_name(
                name,
                "the name of a member must not be empty",
            ));
        }
        Ok(self.0.insert(name, RawJson::new(value)?))
    }

    /// Removes a member and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        self.0.remove(name)
    }

    /// Sets a member, as [`insert`](Self::insert) does.
    ///
    /// ```
    /// use odata_core::{DynamicResource, json};
    ///
    /// let voucher = DynamicResource::of_type("shop.voucher").with("code", "x1")?.with("worth", &12)?;
    /// assert_eq!(json::to_string(&voucher)?, r##"{"@odata.type":"#shop.voucher","code":"x1","worth":12}"##);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The errors of [`insert`](Self::insert).
    pub fn with<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Result<Self, Error> {
        self.insert(name, value)?;
        Ok(self)
    }

    /// Reads the members as a `T`.
    ///
    /// ```
    /// use odata_core::{DynamicResource, ODataResource, json};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Book {
    ///     title: Option<String>,
    /// }
    ///
    /// let any: DynamicResource = json::from_str(r##"{"@odata.type":"#shop.book","title":"Emma"}"##)?;
    /// assert_eq!(any.read_as::<Book>()?.title.as_deref(), Some("Emma"));
    ///
    /// let other: DynamicResource = json::from_str(r##"{"@odata.type":"#shop.voucher","title":"Emma"}"##)?;
    /// assert!(other.read_as::<Book>().is_err());
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The members are not those of a `T`, or the type tag names another type. Without a type tag, any members may be those of a `T`.
    pub fn read_as<T: serde::de::DeserializeOwned>(&self) -> Result<T, Error> {
        RawJson::new(self)?.get()
    }

    /// Reads the members as a `T`, a base of the type in the type tag.
    ///
    /// The tag may name any type that this build does not know, such as a derived type of a newer version of the service: only the caller
    /// can know that it derives from `T`. `T` requires a field with `#[odata(dynamic_properties)]`, which preserves the additional
    /// properties. A `T` is written with its own type tag.
    ///
    /// ```
    /// use odata_core::{DynamicProperties, DynamicResource, ODataResource, json};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Book {
    ///     title: Option<String>,
    ///     #[odata(dynamic_properties)]
    ///     more: DynamicProperties,
    /// }
    ///
    /// let newer: DynamicResource = json::from_str(r##"{"@odata.type":"#shop.audioBook","title":"Emma","minutes":960}"##)?;
    /// let book: Book = newer.read_as_base()?;
    /// assert_eq!(book.title.as_deref(), Some("Emma"));
    /// assert_eq!(book.more.get::<i32>("minutes")?, Some(960));
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The members are not those of a `T`. The type tag names a base of `T`. `T` has no such field, and the type
    /// tag names another type.
    pub fn read_as_base<T: serde::de::DeserializeOwned>(&self) -> Result<T, Error> {
        let json = RawJson::new(self)?;
        let _derived = allow_derived();
        json.get()
    }
}

impl ODataType for DynamicResource {
    const NAME: &'static str = "Edm.ComplexType";
    const IS_STRUCTURED: bool = true;
}

impl Validate for DynamicResource {}

impl Serialize for DynamicResource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        write_in_order(self.iter(), &mut map, |name, _| Cow::Borrowed(name))?;
        map.end()
    }
}

map_of_members!(DynamicResource.0, "members");

crate::codec::property_type::property_type! {
    [] DynamicResource,
}
