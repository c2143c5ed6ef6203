//! The HTTP headers of OData requests and responses.
//!
//! Section numbers are those of Protocol 4.01.
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
//! Source: Protocol 4.01 §8; "Best practices for working with Microsoft Graph" for the headers of Microsoft Graph.

use std::fmt::{self, Write as _};

use crate::protocol::annotation_filter::AnnotationFilter;

/// `Accept`: the [`MediaType`](crate::protocol::MediaType) that the client accepts (§8.2.1).
pub const ACCEPT: &str = "Accept";
/// `Content-Type`: the [`MediaType`](crate::protocol::MediaType) of the body (§8.1.1).
pub const CONTENT_TYPE: &str = "Content-Type";
/// `OData-Version`: the [`Version`](crate::Version) of this message (§8.1.5).
pub const ODATA_VERSION: &str = "OData-Version";
/// `OData-MaxVersion`: the highest [`Version`](crate::Version) that the client supports (§8.2.7).
pub const ODATA_MAX_VERSION: &str = "OData-MaxVersion";
/// `OData-EntityId`: the id of the created or changed entity, in a response without a body (§8.3.4).
pub const ODATA_ENTITY_ID: &str = "OData-EntityId";
/// `OData-Error`: the trailer with the error that ended a partly sent response (§8.3.5).
pub const ODATA_ERROR: &str = "OData-Error";
/// `Isolation`: [`SNAPSHOT`] requests a consistent view, in version 4.01 (§8.2.6).
pub const ISOLATION: &str = "Isolation";
/// `OData-Isolation`: [`ISOLATION`] in version 4.0.
pub const ODATA_ISOLATION: &str = "OData-Isolation";
/// `snapshot`, the only value of [`ISOLATION`].
pub const SNAPSHOT: &str = "snapshot";
/// `Prefer`: the preferences of the client, see [`Prefer`] (§8.2.8).
pub const PREFER: &str = "Prefer";
/// `Preference-Applied`: the preferences that the service applied (§8.3.6).
pub const PREFERENCE_APPLIED: &str = "Preference-Applied";
/// `ETag`: the version of the entity in the body, as in its `etag` control information (§8.3.2).
pub const ETAG: &str = "ETag";
/// `If-Match`: change the entity only if it has this version (§8.2.4).
pub const IF_MATCH: &str = "If-Match";
/// `If-None-Match`: return the entity only if it has another version (§8.2.5).
pub const IF_NONE_MATCH: &str = "If-None-Match";
/// `Location`: the URL of the created entity or of the status of an asynchronous request (§8.3.3).
pub const LOCATION: &str = "Location";
/// `Retry-After`: the time to wait before the next request (§8.3.7).
pub const RETRY_AFTER: &str = "Retry-After";
/// `AsyncResult`: the status of a completed asynchronous request (§8.3.1).
pub const ASYNC_RESULT: &str = "AsyncResult";
/// `ConsistencyLevel`: [`EVENTUAL`] for Microsoft Graph's advanced queries over directory objects.
pub const CONSISTENCY_LEVEL: &str = "ConsistencyLevel";
/// `eventual`, the only value of [`CONSISTENCY_LEVEL`].
pub const EVENTUAL: &str = "eventual";
/// `client-request-id`: the client's id of a Microsoft Graph request, for support.
pub const CLIENT_REQUEST_ID: &str = "client-request-id";
/// `request-id`: Microsoft Graph's id of the request, for support.
pub const REQUEST_ID: &str = "request-id";

/// The value of the `Prefer` header: a builder for preferences.
///
/// A service may ignore any preference; `Preference-Applied` lists those that it applied. Names are written with the prefix `odata.`, which
/// services of every version accept.
///
/// ```
/// use odata_core::protocol::headers::Prefer;
///
/// assert_eq!(Prefer::new().return_minimal().to_string(), "return=minimal");
/// assert!(Prefer::new().is_empty());
/// ```
///
/// Source: Protocol 4.01 §8.2.8; RFC 7240.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefer(String);

impl Prefer {
    /// Creates an empty value.
    #[must_use]
    pub const fn new() -> Self {
        Prefer(String::new())
    }

    /// Returns whether there are no preferences.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds `odata.maxpagesize`: a page has at most `items` items (§8.2.8.5).
    #[must_use]
    pub fn max_page_size(self, items: u32) -> Self {
        self.with(format_args!("odata.maxpagesize={items}"))
    }

    /// Adds `odata.include-annotations`: the annotations to send (§8.2.8.4).
    ///
    /// ```
    /// use odata_core::protocol::headers::Prefer;
    ///
    /// // The formatted values of Dataverse.
    /// let prefer = Prefer::new().include_annotations(&"OData.Community.Display.V1.FormattedValue".parse()?);
    /// assert_eq!(prefer.to_string(), r#"odata.include-annotations="OData.Community.Display.V1.FormattedValue""#);
    /// # Ok::<(), odata_core::protocol::InvalidAnnotationFilter>(())
    /// ```
    #[must_use]
    pub fn include_annotations(self, filter: &AnnotationFilter) -> Self {
        self.with(format_args!("odata.include-annotations=\"{filter}\""))
    }

    /// Adds `wait`: the seconds that the client waits for the response (§8.2.8.10).
    #[must_use]
    pub fn wait(self, seconds: u32) -> Self {
        self.with(format_args!("wait={seconds}"))
    }

    /// Adds any other preference, in its wire form.
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
        // Writing to a String cannot fail.
        let _ = write!(self.0, "{comma}{preference}");
        self
    }
}

/// Implements methods that add a preference without a parameter.
macro_rules! preferences {
    ($($(#[$doc:meta])+ $method:ident $preference:literal,)+) => {
        impl Prefer {$(
            $(#[$doc])+
            #[must_use]
            pub fn $method(self) -> Self {
                self.with($preference)
            }
        )+}
    };
}

preferences! {
    /// Adds `include-unknown-enum-members`: Microsoft Graph sends the members that an evolvable enumeration defines after
    /// `unknownFutureValue`, instead of `unknownFutureValue`.
    include_unknown_enum_members "include-unknown-enum-members",

    /// Adds `return=minimal`: the response to a change has no body (§8.2.8.7).
    return_minimal "return=minimal",

    /// Adds `return=representation`: the response to a change contains the changed entity (§8.2.8.7).
    return_representation "return=representation",

    /// Adds `odata.track-changes`: the collection has a delta link (§8.2.8.9).
    track_changes "odata.track-changes",

    /// Adds `odata.continue-on-error`: after an error, the service continues with the rest of a batch or of a changed collection
    /// (§8.2.8.3).
    continue_on_error "odata.continue-on-error",

    /// Adds `odata.allow-entityreferences`: an entity that the response repeats may be a reference (§8.2.8.1).
    allow_entity_references "odata.allow-entityreferences",

    /// Adds `omit-values=nulls`: the response has no properties that are null (§8.2.8.6).
    omit_nulls "omit-values=nulls",

    /// Adds `respond-async`: the service may respond before it has processed the request (§8.2.8.8).
    respond_async "respond-async",
}

impl fmt::Display for Prefer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
