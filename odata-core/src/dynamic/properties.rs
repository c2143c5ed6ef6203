//! What a type does not declare: dynamic properties, and resources of a type that this build does not know.

use std::fmt;

use serde::{Deserialize, Serialize};

pub(crate) use crate::dynamic::members::{Iter, Members};
use crate::{codec::raw_json::RawJson, error::Error};

/// The properties that no level of a type declares, in the order in which they came, each with its exact JSON.
///
/// A field of this type with `#[odata(dynamic_properties)]` receives them; they are written back after the declared ones. One bag
/// serves the whole chain, whichever level has it.
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
/// Source: CSDL 4.01, section 6.3 (open types); a client is prepared for undeclared properties on any type.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DynamicProperties(pub(crate) Members);

impl DynamicProperties {
    /// An empty bag.
    pub const fn new() -> Self {
        DynamicProperties(Members::new())
    }

    /// The value of that property, typed; `None` where it is not there.
    ///
    /// # Errors
    /// Where the value is not a `T`: the error says what was expected and found, and where below the property.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        self.0.get(name)
    }

    /// The exact JSON of that property.
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Sets a property, in place where it was there, at the end otherwise; gives back what was there.
    ///
    /// # Errors
    /// Where the value cannot be written as JSON, or `name` is none a property may have: empty, or with `@` or `#`.
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

    /// Takes a property out.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        self.0.remove(name)
    }

    /// Whether the property is there.
    pub fn contains(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// Names and exact values, in order.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for DynamicProperties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<'a> IntoIterator for &'a DynamicProperties {
    type Item = (&'a str, &'a RawJson);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
