//! Advertised operations.

use std::collections::HashMap;

use crate::codec::RawJson;

/// An action or function that the service advertises for a resource or a property.
///
/// ```
/// use odata_core::ControlInformation;
///
/// let mut control = ControlInformation::new();
/// control.insert("#Shop.Rebate", r#"{"title":"Give a rebate","target":"Customers(1)/Shop.Rebate"}"#)?;
/// control.insert("Orders#Shop.Merge", "null")?;
/// let operations: Vec<_> = control.operations().collect();
/// assert_eq!((operations[0].name(), operations[0].property()), ("Shop.Rebate", None));
/// assert_eq!(operations[0].target().as_deref(), Some("Customers(1)/Shop.Rebate"));
/// assert_eq!((operations[1].name(), operations[1].property()), ("Shop.Merge", Some("Orders")));
/// assert!(!operations[1].is_available());
/// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
/// ```
///
/// Source: JSON 4.01 §16 and §17.
#[derive(Debug, Clone, Copy)]
pub struct Operation<'a> {
    property: &'a str,
    name: &'a str,
    json: &'a RawJson,
}

impl<'a> Operation<'a> {
    pub(super) const fn new(property: &'a str, name: &'a str, json: &'a RawJson) -> Self {
        Operation {
            property,
            name,
            json,
        }
    }

    /// Returns the qualified name; for one overload of a function with its parameters, `NS.Find(id,name)`.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Returns the property whose collection the operation is bound to; `None` for the resource itself.
    #[must_use]
    pub fn property(&self) -> Option<&'a str> {
        (!self.property.is_empty()).then_some(self.property)
    }

    /// Returns whether the operation is available: 4.01 advertises unavailable operations with null.
    #[must_use]
    pub fn is_available(&self) -> bool {
        !self.json.is_null()
    }

    /// Returns the human-readable title.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.member("title")
    }

    /// Returns the URL of the operation, if it is not the conventional one.
    #[must_use]
    pub fn target(&self) -> Option<String> {
        self.member("target")
    }

    /// Returns the exact JSON: an object, an array of objects (one for each overload), or null.
    #[must_use]
    pub const fn json(&self) -> &'a RawJson {
        self.json
    }

    fn member(&self, name: &str) -> Option<String> {
        let mut members: HashMap<String, RawJson> = self.json.get().ok()?;
        members.remove(name)?.get().ok()
    }
}
