//! Control information: what the protocol itself says about a resource and its properties.

mod form;
mod operation;

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::dynamic::{Iter, Members};
use crate::{Annotations, JsonText, Version, scope};

pub(crate) use form::{Form, Key, spelt};
pub use operation::Operation;

/// The control information of a resource, a collection or any other object: ids, links, versions, counts, advertised
/// operations; its own and that of its properties. What this build does not know is kept, too.
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
/// # Ok::<(), odata_core::InvalidControlInformation>(())
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
        let json: JsonText = serde_json::from_str(json)
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
    /// # Ok::<(), odata_core::InvalidControlInformation>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`insert`](Self::insert), save that the entry may be there; and where the value cannot be written as JSON.
    pub fn set<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<JsonText>, InvalidControlInformation> {
        let json = JsonText::new(value)
            .map_err(|_| InvalidControlInformation::new(name, Problem::Json))?;
        let key = checked(name, &json)?;
        let stored = self.stored_name(key).map(str::to_owned);
        Ok(self.0.insert(stored.as_deref().unwrap_or(name), json))
    }

    /// Takes an entry out, under either of its names.
    pub fn remove(&mut self, name: &str) -> Option<JsonText> {
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
    pub fn raw(&self, name: &str) -> Option<&JsonText> {
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

    /// Writes every entry, its name in the spelling of `version`.
    pub(crate) fn write<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
    ) -> Result<(), M::Error> {
        self.iter()
            .try_for_each(|(name, json)| map.serialize_entry(&spelt(name, version), json))
    }

    /// The name under which an entry came.
    fn stored_name(&self, key: Key<'_>) -> Option<&str> {
        self.iter()
            .map(|(name, _)| name)
            .find(|name| Key::parse(name) == Some(key))
    }
}

/// The key of an entry whose value is what it must be.
fn checked<'a>(name: &'a str, json: &JsonText) -> Result<Key<'a>, InvalidControlInformation> {
    let key =
        Key::parse(name).ok_or_else(|| InvalidControlInformation::new(name, Problem::OtherName))?;
    let form = Form::of(key);
    if form.fits(json.as_str(), scope::read_policy().ieee754) {
        Ok(key)
    } else {
        Err(InvalidControlInformation::new(
            name,
            Problem::Form(form.expected()),
        ))
    }
}

fn find<'a>(members: &'a Members, key: Key<'_>) -> Option<&'a JsonText> {
    members
        .iter()
        .find_map(|(name, json)| (Key::parse(name) == Some(key)).then_some(json))
}

fn operations(members: &Members) -> impl Iterator<Item = Operation<'_>> {
    members
        .iter()
        .filter_map(|(name, json)| match Key::parse(name)? {
            Key::Operation { target, name } => Some(Operation::new(target, name, json)),
            Key::Control { .. } => None,
        })
}

impl fmt::Debug for ControlInformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<'a> IntoIterator for &'a ControlInformation {
    type Item = (&'a str, &'a JsonText);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// As an object of its own, names in the spelling of the version being written.
impl Serialize for ControlInformation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        self.write(&mut map, scope::write_policy().version)?;
        map.end()
    }
}

/// The control information of one target: of an object itself, or of one of its properties.
///
/// A view of what a [`ControlInformation`] or the [`Annotations`] of a resource hold.
///
/// ```
/// use odata_core::ControlInformation;
///
/// let mut control = ControlInformation::new();
/// control.insert("Orders@odata.count", "9007199254740993")?;
/// assert_eq!(control.of("Orders").count(), Some(9_007_199_254_740_993));
/// assert_eq!(control.of("Invoices").count(), None);
/// # Ok::<(), odata_core::InvalidControlInformation>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Control<'a> {
    members: &'a Members,
    target: &'a str,
}

impl<'a> Control<'a> {
    pub(crate) const fn of(members: &'a Members, target: &'a str) -> Self {
        Control { members, target }
    }

    /// The exact JSON of an entry, by its name without prefix: `etag`, `count`.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&'a JsonText> {
        let target = self.target;
        find(self.members, Key::Control { target, name })
    }

    /// `id` (section 4.5.8): `Some(None)` is an explicit null, which says that the entity is transient.
    #[must_use]
    pub fn id(&self) -> Option<Option<Cow<'a, str>>> {
        self.raw("id").map(text)
    }

    /// `count` (section 4.5.4): the items of the collection, all pages together.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.raw("count")?.as_str().trim_matches('"').parse().ok()
    }
}

impl Annotations {
    /// The control information among the annotations: that of the resource itself.
    ///
    /// ```
    /// use odata_core::Annotations;
    ///
    /// let mut annotations = Annotations::new();
    /// annotations.insert("@odata.etag", "W/\"7\"")?;
    /// assert_eq!(annotations.control().etag().as_deref(), Some("W/\"7\""));
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn control(&self) -> Control<'_> {
        self.control_of("")
    }

    /// The control information of a property among the annotations: `control_of("Orders").count()` is
    /// `Orders@odata.count`.
    #[must_use]
    pub fn control_of<'a>(&'a self, property: &'a str) -> Control<'a> {
        Control::of(&self.0, property)
    }

    /// The operations among the annotations.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        operations(&self.0)
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])+ $method:ident $name:literal,)+) => {
        impl<'a> Control<'a> {
            $(
                $(#[$doc])+
                #[must_use]
                pub fn $method(&self) -> Option<Cow<'a, str>> {
                    self.raw($name).and_then(text)
                }
            )+
        }

        impl ControlInformation {
            $(
                $(#[$doc])+
                #[must_use]
                pub fn $method(&self) -> Option<Cow<'_, str>> {
                    self.of("").$method()
                }
            )+
        }
    };
}

texts! {
    /// `context` (section 4.5.1): what the payload is; see [`ContextUrl`](crate::context::ContextUrl).
    context "context",
    /// `metadataEtag` (section 4.5.2): the version of the metadata document.
    metadata_etag "metadataEtag",
    /// `type` (section 4.5.3), as it came.
    type_tag "type",
    /// `nextLink` (section 4.5.5): the URL of the next page.
    next_link "nextLink",
    /// `deltaLink` (section 4.5.7): the URL to ask for changes at.
    delta_link "deltaLink",
    /// `editLink` (section 4.5.9): the URL to change the entity at, where it is not the id.
    edit_link "editLink",
    /// `readLink` (section 4.5.9): the URL to read the entity at, where it is not the edit link.
    read_link "readLink",
    /// `etag` (section 4.5.10): the version of the entity or collection, opaque, for `If-Match`.
    etag "etag",
    /// `navigationLink` (section 4.5.11): the URL of the related entities.
    navigation_link "navigationLink",
    /// `associationLink` (section 4.5.11): the URL of the references to the related entities.
    association_link "associationLink",
    /// `mediaReadLink` (section 4.5.12): the URL to read the stream at.
    media_read_link "mediaReadLink",
    /// `mediaEditLink` (section 4.5.12): the URL to change the stream at.
    media_edit_link "mediaEditLink",
    /// `mediaContentType` (section 4.5.12): the media type of the stream.
    media_content_type "mediaContentType",
    /// `mediaEtag` (section 4.5.12): the version of the stream.
    media_etag "mediaEtag",
}

impl ControlInformation {
    /// `id` (section 4.5.8): `Some(None)` is an explicit null, which says that the entity is transient.
    #[must_use]
    pub fn id(&self) -> Option<Option<Cow<'_, str>>> {
        self.of("").id()
    }

    /// `count` (section 4.5.4): the items of the collection, all pages together.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.of("").count()
    }
}

/// The content of a JSON string, borrowed where nothing in it is escaped; `None` of anything else.
fn text(json: &JsonText) -> Option<Cow<'_, str>> {
    let inside = json.as_str().strip_prefix('"')?.strip_suffix('"')?;
    if inside.contains('\\') {
        serde_json::from_str(json.as_str()).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(inside))
    }
}

/// Why something is not control information.
///
/// ```
/// use odata_core::ControlInformation;
///
/// let error = ControlInformation::new().insert("@odata.id", "12").unwrap_err();
/// assert_eq!(error.name(), "@odata.id");
/// assert_eq!(error.to_string(), "`@odata.id` must be a string or null");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidControlInformation {
    name: String,
    problem: Problem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    OtherName,
    Json,
    Form(&'static str),
    Twice,
}

impl InvalidControlInformation {
    fn new(name: &str, problem: Problem) -> Self {
        InvalidControlInformation {
            name: name.to_owned(),
            problem,
        }
    }

    /// The name of the entry, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for InvalidControlInformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match self.problem {
            Problem::OtherName => write!(f, "`{name}` is not the name of control information"),
            Problem::Json => write!(f, "the value of `{name}` is not JSON"),
            Problem::Form(expected) => write!(f, "`{name}` must be {expected}"),
            Problem::Twice => write!(f, "`{name}` comes twice"),
        }
    }
}

impl std::error::Error for InvalidControlInformation {}
