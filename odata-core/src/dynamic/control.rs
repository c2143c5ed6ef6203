//! Control information: members that the protocol itself defines for a resource and its properties.

pub(crate) mod invalid;
pub(crate) mod operation;
pub(crate) mod value_kind;
pub(crate) mod view;

use serde::{Serialize, Serializer, ser::SerializeMap};

pub(crate) use crate::dynamic::{
    control::{
        value_kind::{ValueKind, write_members},
        view::Control,
    },
    member_name::TYPE_TAG,
};
use crate::{
    codec::RawJson,
    dynamic::{
        annotations::Annotations,
        bag_entry::{BagEntry, place_before_targets},
        control::{
            invalid::{InvalidControlInformation, Problem},
            operation::Operation,
            view::{find, operations},
        },
        member_name::{MemberName, canonical_name},
        members::{Members, map_of_members},
    },
    protocol::Version,
    session::{read_policy, write_policy},
};

/// The control information of a resource, a collection or another object, and of its properties: ids, links, versions, counts, advertised
/// operations. Unknown control information is in it as well.
///
/// The entries are in the order of the payload, each with its exact JSON; the methods are typed views of them. `@odata.id` and `@id` are
/// the same entry, written in the spelling of the version of the payload.
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
/// Source: JSON 4.01 §4.5, §16 and §17.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ControlInformation(pub(crate) Members);

impl ControlInformation {
    /// Creates an empty bag.
    #[must_use]
    pub const fn new() -> Self {
        ControlInformation(Members::new())
    }

    /// Adds an entry: its name as on the wire (`@odata.id`, `@id`, `Orders@odata.count`, `#Shop.Rebate`) and its JSON text.
    ///
    /// # Errors
    ///
    /// The name is not the name of control information, the value does not have the type that this control information requires, or the
    /// entry exists, under either name.
    pub fn insert(&mut self, name: &str, json: &str) -> Result<(), InvalidControlInformation> {
        let json: RawJson = serde_json::from_str(json)
            .map_err(|_| InvalidControlInformation::new(name, Problem::Json))?;
        let parsed = parse_entry_name(name, &json)?;
        if self.stored_name(parsed).is_some() {
            return Err(InvalidControlInformation::new(name, Problem::Duplicate));
        }
        self.0.push(name.into(), json);
        Ok(())
    }

    /// Sets an entry and returns its former value. A new entry is the last.
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
    /// The errors of [`insert`](Self::insert) about the name and the value, and a value that cannot be written as JSON.
    pub fn set<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<RawJson>, InvalidControlInformation> {
        let json =
            RawJson::new(value).map_err(|_| InvalidControlInformation::new(name, Problem::Json))?;
        let parsed = parse_entry_name(name, &json)?;
        let stored = self.stored_name(parsed).map(str::to_owned);
        Ok(self.0.insert(stored.as_deref().unwrap_or(name), json))
    }

    /// Removes an entry, under either of its names.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        let stored = self.stored_name(MemberName::parse(name))?.to_owned();
        self.0.remove(&stored)
    }

    /// Returns the control information of a property: `of("Orders").count()` is `Orders@odata.count`.
    #[must_use]
    pub fn of<'a>(&'a self, property: &'a str) -> Control<'a> {
        Control::of(&self.0, property)
    }

    /// Returns the exact JSON of an entry, under either of its names.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        find(&self.0, MemberName::parse(name))
    }

    /// Iterates over the operations that the service advertises for the resource and its properties.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        operations(&self.0)
    }

    /// Iterates over the entries as they are written.
    pub(crate) fn entries(&self) -> impl Iterator<Item = BagEntry<'_>> {
        self.iter()
            .map(|(name, value)| BagEntry::of_control(name, value))
    }

    /// Returns the name under which an entry is stored.
    pub(super) fn stored_name(&self, name: MemberName<'_>) -> Option<&str> {
        self.iter()
            .map(|(name, _)| name)
            .find(|stored| MemberName::parse(stored).is_same_control(name))
    }
}

/// Returns the parsed name of an entry, if it is the name of control information and the value has the right type.
fn parse_entry_name<'a>(
    name: &'a str,
    json: &RawJson,
) -> Result<MemberName<'a>, InvalidControlInformation> {
    let parsed = MemberName::parse(name);
    let Some(kind) = ValueKind::of(parsed) else {
        return Err(InvalidControlInformation::new(name, Problem::OtherName));
    };
    let has_value = kind != ValueKind::Count || view::count(json).is_some();
    if has_value && kind.fits(json.as_str(), read_policy().ieee754) {
        Ok(parsed)
    } else {
        Err(InvalidControlInformation::new(
            name,
            Problem::ValueKind(kind.expected()),
        ))
    }
}

/// Writes the entries as an object, with names in the spelling of the version being written.
impl Serialize for ControlInformation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = write_policy().version;
        let mut entries: Vec<BagEntry<'_>> = self.entries().collect();
        place_before_targets(&mut entries);
        entries.sort_by_key(|it| !it.is_context());
        let mut map = serializer.serialize_map(Some(entries.len()))?;
        entries
            .iter()
            .try_for_each(|entry| entry.write(&mut map, version))?;
        map.end()
    }
}

impl ControlInformation {
    /// Adds the entries of `other` that this does not have under either name. Existing entries are not changed.
    ///
    /// ```
    /// use odata_core::ControlInformation;
    ///
    /// let mut control = ControlInformation::new();
    /// control.insert("@id", r#""Orders(7)/special""#)?;
    /// let mut links = ControlInformation::new();
    /// links.insert("@odata.id", r#""Orders(7)""#)?;
    /// links.insert("@odata.editLink", r#""Orders(7)/edit""#)?;
    ///
    /// control.fill_in(&links);
    /// assert_eq!(control.id(), Some(Some("Orders(7)/special".into())));
    /// assert_eq!(control.edit_link().as_deref(), Some("Orders(7)/edit"));
    /// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
    /// ```
    pub fn fill_in(&mut self, other: &ControlInformation) {
        for (name, json) in other {
            if self.stored_name(MemberName::parse(name)).is_none() {
                self.0.push(name.into(), json.clone());
            }
        }
    }
}

impl Annotations {
    /// Adds the control information that this does not have; existing entries are not changed. For types with control information among
    /// their annotations, such as generated types.
    ///
    /// ```
    /// use odata_core::{Annotations, ControlInformation};
    ///
    /// let mut links = ControlInformation::new();
    /// links.insert("@odata.id", r#""Orders(7)""#)?;
    /// let mut annotations = Annotations::new();
    /// annotations.fill_in(&links);
    /// assert_eq!(annotations.control().id(), Some(Some("Orders(7)".into())));
    /// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
    /// ```
    pub fn fill_in(&mut self, control: &ControlInformation) {
        for (name, json) in control {
            // Without the prefix it would be an annotation in a 4.0 payload.
            let name = canonical_name(name, Version::V401);
            if self.members.raw(&name).is_none() {
                self.members.push(name.into(), json.clone());
            }
        }
    }
}

map_of_members!(ControlInformation.0, "entries");

crate::codec::property_type::not_property! {
    [] ControlInformation: "a `ControlInformation` holds no property of its own: add `#[odata(control)]`",
}
