//! Typed views of control information.

use std::borrow::Cow;

use crate::{
    codec::RawJson,
    dynamic::{
        annotations::Annotations,
        control::{ControlInformation, operation::Operation},
        member_name::MemberName,
        members::Members,
    },
    raw::unescape,
};

/// The control information of an object itself or of one of its properties.
///
/// A view of a [`ControlInformation`] or of the [`Annotations`] of a resource.
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

    /// Returns the exact JSON of an entry by its name without prefix: `etag`, `count`.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&'a RawJson> {
        find(
            self.members,
            MemberName::Control {
                target: self.target,
                name,
                has_prefix: true,
            },
        )
    }

    /// Returns `id` (JSON 4.01 §4.5.8). `Some(None)` is an explicit null, the id of a transient entity.
    #[must_use]
    pub fn id(&self) -> Option<Option<Cow<'a, str>>> {
        self.raw("id").map(text)
    }

    /// Returns `count` (JSON 4.01 §4.5.4): the number of items on all pages of the collection.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.raw("count").and_then(count)
    }
}

impl Annotations {
    /// Returns the control information of the resource itself.
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

    /// Returns the control information of a property: `control_of("Orders").count()` is `Orders@odata.count`.
    #[must_use]
    pub fn control_of<'a>(&'a self, property: &'a str) -> Control<'a> {
        Control::of(&self.members, property)
    }

    /// Iterates over the operations that the service advertises for the resource and its properties.
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
    /// Returns `context` (JSON 4.01 §4.5.1), which describes the payload; see [`ContextUrl`](crate::protocol::context_url::ContextUrl).
    context "context",
    /// Returns `metadataEtag` (JSON 4.01 §4.5.2): the version of the metadata document.
    metadata_etag "metadataEtag",
    /// Returns `type` (JSON 4.01 §4.5.3) as on the wire.
    type_tag "type",
    /// Returns `nextLink` (JSON 4.01 §4.5.5): the URL of the next page.
    next_link "nextLink",
    /// Returns `deltaLink` (JSON 4.01 §4.5.7): the URL of the changes.
    delta_link "deltaLink",
    /// Returns `editLink` (JSON 4.01 §4.5.9): the URL for changes, if it is not the id.
    edit_link "editLink",
    /// Returns `readLink` (JSON 4.01 §4.5.9): the URL for reading, if it is not the edit link.
    read_link "readLink",
    /// Returns `etag` (JSON 4.01 §4.5.10): the opaque version of the entity or collection, for `If-Match`.
    etag "etag",
    /// Returns `navigationLink` (JSON 4.01 §4.5.11): the URL of the related entities.
    navigation_link "navigationLink",
    /// Returns `associationLink` (JSON 4.01 §4.5.11): the URL of the references to the related entities.
    association_link "associationLink",
    /// Returns `mediaReadLink` (JSON 4.01 §4.5.12): the URL for reading the stream.
    media_read_link "mediaReadLink",
    /// Returns `mediaEditLink` (JSON 4.01 §4.5.12): the URL for changing the stream.
    media_edit_link "mediaEditLink",
    /// Returns `mediaContentType` (JSON 4.01 §4.5.12): the media type of the stream.
    media_content_type "mediaContentType",
    /// Returns `mediaEtag` (JSON 4.01 §4.5.12): the version of the stream.
    media_etag "mediaEtag",
}

impl ControlInformation {
    /// Returns `id` (JSON 4.01 §4.5.8). `Some(None)` is an explicit null, the id of a transient entity.
    #[must_use]
    pub fn id(&self) -> Option<Option<Cow<'_, str>>> {
        self.of("").id()
    }

    /// Returns `count` (JSON 4.01 §4.5.4): the number of items on all pages of the collection.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.of("").count()
    }
}

/// Finds control information under either of its names.
pub(super) fn find<'a>(members: &'a Members, name: MemberName<'_>) -> Option<&'a RawJson> {
    members.iter().find_map(|(stored, json)| {
        MemberName::parse(stored)
            .is_same_control(name)
            .then_some(json)
    })
}

pub(super) fn operations(members: &Members) -> impl Iterator<Item = Operation<'_>> {
    members
        .iter()
        .filter_map(|(name, json)| match MemberName::parse(name) {
            MemberName::Operation { target, name } => Some(Operation::new(target, name, json)),
            _ => None,
        })
}

/// Reads a count, an `Edm.Int64`, from a number or a string.
pub(super) fn count(json: &RawJson) -> Option<i64> {
    json.as_str().trim_matches('"').parse().ok()
}

/// Returns the content of a JSON string, borrowed if it has no escapes; `None` for any other value.
pub(crate) fn text(json: &RawJson) -> Option<Cow<'_, str>> {
    unescape(json.as_str())
}
