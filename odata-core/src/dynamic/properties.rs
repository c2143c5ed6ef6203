//! Dynamic properties.

use serde::{Deserialize, Serialize};

use crate::{
    codec::RawJson,
    dynamic::members::{Members, map_of_members},
    error::Error,
};

/// The properties that no level of a type declares, in the order of the payload, each with its exact JSON.
///
/// A field of this type with `#[odata(dynamic_properties)]` receives them. They are written after the declared properties. One level of an
/// inheritance chain has the bag for all levels.
///
/// ```
/// use odata_core::{DynamicProperties, ODataResource};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop", open)]
/// struct Order {
///     id: Option<i64>,
///     #[odata(dynamic_properties)]
///     more: DynamicProperties,
/// }
///
/// let text = r#"{"id":1,"price":79228162514264337593543950335,"tags":["a"]}"#;
/// let order: Order = odata_core::json::from_str(text)?;
/// assert_eq!(order.more.get::<Vec<String>>("tags")?, Some(vec!["a".to_owned()]));
/// assert!(order.more.get::<u8>("price").is_err());
/// assert_eq!(odata_core::json::to_string(&order)?, text);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// A member whose name has `@` or `#` but is not control information is in the bag if the type has no `#[odata(annotations)]`.
///
/// Source: CSDL 4.01 §6.3 (open types). Clients must expect undeclared properties on every type (Protocol 4.01 §5.2).
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DynamicProperties(pub(crate) Members);

impl DynamicProperties {
    /// Creates an empty bag.
    pub const fn new() -> Self {
        DynamicProperties(Members::new())
    }

    /// Returns the value of a property.
    ///
    /// # Errors
    ///
    /// The value is not a `T`. The error has the expected and the found value, and the pointer from this property.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        self.0.get(name)
    }

    /// Returns the exact JSON of a property.
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Sets a property and returns its former value. A new property is the last.
    ///
    /// # Errors
    ///
    /// The value cannot be written as JSON, or `name` cannot be the name of a property: it is empty, or has `@` or `#`.
    pub fn insert<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<RawJson>, Error> {
        if name.is_empty() || name.contains(['@', '#']) {
            return Err(Error::invalid_name(
                name,
                "a property's name is not empty and has no `@` or `#`",
            ));
        }
        Ok(self.0.insert(name, RawJson::new(value)?))
    }

    /// Removes a property and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        self.0.remove(name)
    }

    /// Returns whether the bag has this property.
    pub fn contains(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }
}

map_of_members!(DynamicProperties.0, "properties");

crate::codec::property_type::not_property! {
    [] DynamicProperties: "a `DynamicProperties` holds no property of its own: add `#[odata(dynamic_properties)]`",
}
