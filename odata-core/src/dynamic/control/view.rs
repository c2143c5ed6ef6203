//! Typed views of control information.

use std::borrow::Cow;

use crate::{
    codec::raw_json::RawJson,
    dynamic::{
        annotations::Annotations,
        control::{ControlInformation, operation::Operation, value_kind::Key},
        members::Members,
    },
    raw::quoted::unescape,
};

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
/// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
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
    pub fn raw(&self, name: &str) -> Option<&'a RawJson> {
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
        self.raw("count").and_then(count)
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
        Control::of(&self.members, property)
    }

    /// The operations among the annotations.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        operations(&self.members)
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
    /// `context` (JSON 4.01 §4.5.1), a context URL: see [`ContextUrl`](crate::protocol::context_url::ContextUrl).
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

pub(super) fn find<'a>(members: &'a Members, key: Key<'_>) -> Option<&'a RawJson> {
    members
        .iter()
        .find_map(|(name, json)| (Key::parse(name) == Some(key)).then_some(json))
}

pub(super) fn operations(members: &Members) -> impl Iterator<Item = Operation<'_>> {
    members
        .iter()
        .filter_map(|(name, json)| match Key::parse(name)? {
            Key::Operation { target, name } => Some(Operation::new(target, name, json)),
            Key::Control { .. } => None,
        })
}

/// A count, which is an `Edm.Int64`, as a number or as a string.
pub(super) fn count(json: &RawJson) -> Option<i64> {
    json.as_str().trim_matches('"').parse().ok()
}

/// The content of a JSON string, borrowed where nothing in it is escaped; `None` of anything else.
pub(crate) fn text(json: &RawJson) -> Option<Cow<'_, str>> {
    unescape(json.as_str())
}
