//! The HTTP headers of an OData exchange, for whichever HTTP client or server is in use.
//!
//! ```
//! use odata_core::{MetadataLevel, Version, protocol::MediaType, protocol::headers};
//!
//! let request = [
//!     (headers::ACCEPT, MediaType::json(MetadataLevel::Minimal).to_string()),
//!     (headers::ODATA_MAX_VERSION, Version::V401.to_string()),
//!     (headers::PREFER, headers::Prefer::new().include_unknown_enum_members().max_page_size(50).to_string()),
//! ];
//! assert_eq!(request[2].1, "include-unknown-enum-members, odata.maxpagesize=50");
//! ```
//!
//! Source: OData Protocol 4.01, section 8; Microsoft Graph's "Best practices" for what says so.

use std::fmt::{self, Write as _};

use crate::protocol::annotation_filter::AnnotationFilter;

/// `Accept`: the [`MediaType`](crate::MediaType) that the client wants (section 8.2.1).
pub const ACCEPT: &str = "Accept";
/// `Content-Type`: the [`MediaType`](crate::MediaType) of the body (section 8.1.1).
pub const CONTENT_TYPE: &str = "Content-Type";
/// `OData-Version`: the [`Version`](crate::Version) of this message (section 8.1.5).
pub const ODATA_VERSION: &str = "OData-Version";
/// `OData-MaxVersion`: the highest [`Version`](crate::Version) that the client takes (section 8.2.7).
pub const ODATA_MAX_VERSION: &str = "OData-MaxVersion";
/// `OData-EntityId`: the id of the entity that was created or changed, where there is no body (section 8.3.4).
pub const ODATA_ENTITY_ID: &str = "OData-EntityId";
/// `OData-Error`: the trailer with the error that broke off a response under way (section 8.3.5).
pub const ODATA_ERROR: &str = "OData-Error";
/// `Isolation`: [`SNAPSHOT`] to ask for a consistent view, in version 4.01 (section 8.2.6).
pub const ISOLATION: &str = "Isolation";
/// `OData-Isolation`: the same in version 4.0.
pub const ODATA_ISOLATION: &str = "OData-Isolation";
/// `snapshot`, the only value of [`ISOLATION`].
pub const SNAPSHOT: &str = "snapshot";
/// `Prefer`: what the client would like, see [`Prefer`] (section 8.2.8).
pub const PREFER: &str = "Prefer";
/// `Preference-Applied`: which of those the service honoured (section 8.3.6).
pub const PREFERENCE_APPLIED: &str = "Preference-Applied";
/// `ETag`: the version of the entity in the body, as in its `etag` control information (section 8.3.2).
pub const ETAG: &str = "ETag";
/// `If-Match`: change only this version (section 8.2.4).
pub const IF_MATCH: &str = "If-Match";
/// `If-None-Match`: answer only if there is another version (section 8.2.5).
pub const IF_NONE_MATCH: &str = "If-None-Match";
/// `Location`: where the created entity, or the state of an asynchronous request, is found (section 8.3.3).
pub const LOCATION: &str = "Location";
/// `Retry-After`: how long to wait before asking again (section 8.3.7).
pub const RETRY_AFTER: &str = "Retry-After";
/// `AsyncResult`: the status of an asynchronous request that is done (section 8.3.1).
pub const ASYNC_RESULT: &str = "AsyncResult";
/// `ConsistencyLevel`: [`EVENTUAL`] for Microsoft Graph's advanced queries over directory objects.
pub const CONSISTENCY_LEVEL: &str = "ConsistencyLevel";
/// `eventual`, the only value of [`CONSISTENCY_LEVEL`].
pub const EVENTUAL: &str = "eventual";
/// `client-request-id`: the client's own id of a Microsoft Graph request, for support.
pub const CLIENT_REQUEST_ID: &str = "client-request-id";
/// `request-id`: Microsoft Graph's id of the request, for support.
pub const REQUEST_ID: &str = "request-id";

/// The value of the `Prefer` header, built preference by preference.
///
/// A service may ignore any of them; `Preference-Applied` tells. Names with the `odata.` prefix are understood in
/// every version, so that is how they are written.
///
/// ```
/// use odata_core::protocol::headers::Prefer;
///
/// assert_eq!(Prefer::new().return_minimal().to_string(), "return=minimal");
/// assert!(Prefer::new().is_empty());
/// ```
///
/// Source: OData Protocol 4.01, section 8.2.8; RFC 7240.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefer(String);

impl Prefer {
    /// No preference yet.
    #[must_use]
    pub const fn new() -> Self {
        Prefer(String::new())
    }

    /// Whether there is nothing to send.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `include-unknown-enum-members`: Microsoft Graph sends the members of evolvable enumerations that were added
    /// after `unknownFutureValue`, in place of that.
    #[must_use]
    pub fn include_unknown_enum_members(self) -> Self {
        self.with("include-unknown-enum-members")
    }

    /// `return=minimal`: no body in the answer to a change (section 8.2.8.7).
    #[must_use]
    pub fn return_minimal(self) -> Self {
        self.with("return=minimal")
    }

    /// `return=representation`: the changed entity in the answer (section 8.2.8.7).
    #[must_use]
    pub fn return_representation(self) -> Self {
        self.with("return=representation")
    }

    /// `odata.maxpagesize`: at most so many items a page (section 8.2.8.5).
    #[must_use]
    pub fn max_page_size(self, items: u32) -> Self {
        self.with(format_args!("odata.maxpagesize={items}"))
    }

    /// `odata.track-changes`: a delta link at the end of the collection (section 8.2.8.9).
    #[must_use]
    pub fn track_changes(self) -> Self {
        self.with("odata.track-changes")
    }

    /// `odata.continue-on-error`: go on with the rest of a batch, or of a changed collection (section 8.2.8.3).
    #[must_use]
    pub fn continue_on_error(self) -> Self {
        self.with("odata.continue-on-error")
    }

    /// `odata.allow-entityreferences`: references may stand for entities that the answer repeats (section 8.2.8.1).
    #[must_use]
    pub fn allow_entity_references(self) -> Self {
        self.with("odata.allow-entityreferences")
    }

    /// `odata.include-annotations`: which annotations to send (section 8.2.8.4).
    #[must_use]
    pub fn include_annotations(self, filter: &AnnotationFilter) -> Self {
        self.with(format_args!("odata.include-annotations=\"{filter}\""))
    }

    /// `omit-values=nulls`: leave out the properties that are null (section 8.2.8.6).
    #[must_use]
    pub fn omit_nulls(self) -> Self {
        self.with("omit-values=nulls")
    }

    /// `respond-async`: answer at once, work later (section 8.2.8.8).
    #[must_use]
    pub fn respond_async(self) -> Self {
        self.with("respond-async")
    }

    /// `wait`: seconds that the client is ready to wait for the answer (section 8.2.8.10).
    #[must_use]
    pub fn wait(self, seconds: u32) -> Self {
        self.with(format_args!("wait={seconds}"))
    }

    /// Any other preference, as it is to be sent.
    ///
    /// ```
    /// use odata_core::protocol::headers::Prefer;
    ///
    /// let prefer = Prefer::new().with("outlook.timezone=\"UTC\"").with("IdType=\"ImmutableId\"");
    /// assert_eq!(prefer.to_string(), r#"outlook.timezone="UTC", IdType="ImmutableId""#);
    /// ```
    #[must_use]
    pub fn with(mut self, preference: impl fmt::Display) -> Self {
        let comma = if self.0.is_empty() { "" } else { ", " };
        // Writing to a String has no error to report.
        let _ = write!(self.0, "{comma}{preference}");
        self
    }
}

impl fmt::Display for Prefer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
