//! Control information: what the protocol itself says about a resource and its properties.

pub(crate) mod fill;
pub(crate) mod invalid;
pub(crate) mod operation;
pub(crate) mod turn;
pub(crate) mod value_kind;
pub(crate) mod view;

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeMap};

pub(crate) use crate::dynamic::control::{
    invalid::InvalidControlInformation,
    operation::Operation,
    turn::Turn,
    value_kind::{Key, ValueKind, of_term, wire_name},
    view::Control,
};
use crate::{
    codec::raw_json::RawJson,
    dynamic::{
        annotations::refuse_invented,
        control::{
            invalid::Problem,
            view::{find, operations},
        },
        members::{Iter, Members},
    },
    protocol::version::Version,
    session::policy::{read_policy, write_policy},
};

/// The type tag's name in 4.0 (JSON format 4.01, section 4.5.3).
pub(crate) const TYPE_TAG: &str = "@odata.type";

/// The control information of a resource, a collection or any other object: ids, links, versions, counts, advertised
/// operations; its own and that of its properties. What this build does not know is canonical_name, too.
///
/// The entries stand in the order in which they came, each with its exact JSON; the methods are typed views of them.
/// `@odata.id` and `@id` are the same entry, and it is written as the version of the payload spells it.
///
/// ```
/// use odata_core::ControlInformation;
///
/// let mut control = ControlInformation::new();
/// control.insert("@odata.id", r#""Customers(1)""#)?;
/// control.insert("@odata.etag", r#""W/\"7\"""#)?;
/// control.insert("Orders@odata.nextLink", r#""Customers(1)/Orders?$skip=5""#)?;
/// control.insert("#Shop.Rebate", r#"{"title":"Give a rebate"}"#)?;
///
/// assert_eq!(control.id(), Some(Some("Customers(1)".into())));
/// assert_eq!(control.etag().as_deref(), Some("W/\"7\""));
/// assert_eq!(control.of("Orders").next_link().as_deref(), Some("Customers(1)/Orders?$skip=5"));
/// assert_eq!(control.operations().next().and_then(|it| it.title()).as_deref(), Some("Give a rebate"));
/// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
/// ```
///
/// Source: OData JSON Format 4.01, sections 4.5, 16 and 17.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ControlInformation(pub(crate) Members);

impl ControlInformation {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        ControlInformation(Members::new())
    }

    /// Adds an entry that was read: its name as on the wire (`@odata.id`, `@id`, `Orders@odata.count`, `#Shop.Rebate`)
    /// and its JSON text.
    ///
    /// # Errors
    ///
    /// Where the name is not that of control information, the value is not what that must be, or the entry is already
    /// there, under either name.
    pub fn insert(&mut self, name: &str, json: &str) -> Result<(), InvalidControlInformation> {
        let json: RawJson = serde_json::from_str(json)
            .map_err(|_| InvalidControlInformation::new(name, Problem::Json))?;
        let key = checked(name, &json)?;
        if self.stored_name(key).is_some() {
            return Err(InvalidControlInformation::new(name, Problem::Twice));
        }
        self.0.push(name.into(), json);
        Ok(())
    }

    /// Sets an entry, in place where it was there, at the end otherwise; gives back what was there.
    ///
    /// ```
    /// use odata_core::ControlInformation;
    ///
    /// let mut control = ControlInformation::new();
    /// control.set("@odata.count", &3)?;
    /// let before = control.set("@odata.count", &4)?;
    /// assert_eq!(before.map(|json| json.to_string()).as_deref(), Some("3"));
    /// assert_eq!(control.count(), Some(4));
    /// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`insert`](Self::insert), save that the entry may be there; and where the value cannot be written as JSON.
    pub fn set<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<RawJson>, InvalidControlInformation> {
        let json =
            RawJson::new(value).map_err(|_| InvalidControlInformation::new(name, Problem::Json))?;
        let key = checked(name, &json)?;
        let stored = self.stored_name(key).map(str::to_owned);
        Ok(self.0.insert(stored.as_deref().unwrap_or(name), json))
    }

    /// Takes an entry out, under either of its names.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        let stored = self.stored_name(Key::parse(name)?)?.to_owned();
        self.0.remove(&stored)
    }

    /// The control information of a property: `of("Orders").count()` is `Orders@odata.count`.
    #[must_use]
    pub fn of<'a>(&'a self, property: &'a str) -> Control<'a> {
        Control::of(&self.0, property)
    }

    /// The exact JSON of an entry, under either of its names.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        find(&self.0, Key::parse(name)?)
    }

    /// The operations that the service advertises for the resource, or for a property of it.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        operations(&self.0)
    }

    /// Names as they came and exact values, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes the entries whose turn it is, their names in the spelling of `version`.
    pub(crate) fn write<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
        turn: Turn,
    ) -> Result<(), M::Error> {
        self.iter()
            .filter(|(name, _)| Turn::of(name) == turn)
            .try_for_each(|(name, json)| {
                refuse_invented(name)?;
                map.serialize_entry(&wire_name(name, version), json)
            })
    }

    /// The name under which an entry came.
    fn stored_name(&self, key: Key<'_>) -> Option<&str> {
        self.iter()
            .map(|(name, _)| name)
            .find(|name| Key::parse(name) == Some(key))
    }
}

/// The key of an entry whose value is what it must be.
fn checked<'a>(name: &'a str, json: &RawJson) -> Result<Key<'a>, InvalidControlInformation> {
    let key =
        Key::parse(name).ok_or_else(|| InvalidControlInformation::new(name, Problem::OtherName))?;
    let form = ValueKind::of(key);
    let has_value = form != ValueKind::Count || view::count(json).is_some();
    if has_value && form.fits(json.as_str(), read_policy().ieee754) {
        Ok(key)
    } else {
        Err(InvalidControlInformation::new(
            name,
            Problem::ValueKind(form.expected()),
        ))
    }
}

impl fmt::Debug for ControlInformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<'a> IntoIterator for &'a ControlInformation {
    type Item = (&'a str, &'a RawJson);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// As an object of its own, names in the spelling of the version being written.
impl Serialize for ControlInformation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for turn in Turn::ALL {
            self.write(&mut map, write_policy().version, turn)?;
        }
        map.end()
    }
}
