//! The inner error of an error response.

use serde::{Deserialize, Serialize};

use crate::{
    codec::RawJson,
    dynamic::{Members, members::Iter},
    error::Error,
};

/// The `innererror` of an [`ODataError`](super::ODataError): information for those who debug the service, with any members.
///
/// Microsoft Graph puts the request ids here that its support needs, and often a more specific error.
///
/// ```
/// use odata_core::{ODataError, payload::InnerError};
///
/// let inner = InnerError::new().with("request-id", "0a1b")?.with("attempts", &3)?;
/// assert_eq!(inner.request_id().as_deref(), Some("0a1b"));
/// assert_eq!(inner.get::<u32>("attempts")?, Some(3));
/// let error = ODataError::new("Busy", "Try again later.").with_inner_error(inner);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: JSON 4.01 §21.1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InnerError(pub(super) Members);

impl InnerError {
    /// Creates an inner error without members.
    #[must_use]
    pub const fn new() -> Self {
        InnerError(Members::new())
    }

    /// Sets a member.
    ///
    /// # Errors
    ///
    /// The value cannot be written as JSON.
    pub fn with<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Result<Self, Error> {
        self.0.insert(name, RawJson::new(value)?);
        Ok(self)
    }

    /// Reads a member as a `T`; `None` if it is missing.
    ///
    /// # Errors
    ///
    /// The value is not a `T`.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        self.0.get(name)
    }

    /// Returns the exact JSON of a member.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Returns all members in order, each with its exact JSON.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter()
    }

    /// Returns the inner error of this one, `innererror` or `innerError`.
    ///
    /// ```
    /// use odata_core::ODataError;
    ///
    /// let error: ODataError = serde_json::from_str(
    ///     r#"{"error":{"code":"a","message":"m","innerError":{"code":"b","innerError":{"code":"c"}}}}"#,
    /// )?;
    /// let codes: Vec<_> = std::iter::successors(error.inner_error().cloned(), |it| it.inner_error())
    ///     .filter_map(|it| it.code())
    ///     .collect();
    /// assert_eq!(codes, ["b", "c"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn inner_error(&self) -> Option<InnerError> {
        let inner = self.raw("innererror").or_else(|| self.raw("innerError"))?;
        inner.get().ok()
    }
}

/// Implements methods that return a member that is a text.
macro_rules! texts {
    ($($(#[$doc:meta])+ $method:ident $name:literal,)+) => {
        impl InnerError {$(
            $(#[$doc])+
            #[must_use]
            pub fn $method(&self) -> Option<String> {
                self.raw($name)?.get().ok()
            }
        )+}
    };
}

texts! {
    /// Returns `request-id`, Microsoft Graph's id of the failed request.
    request_id "request-id",
    /// Returns `client-request-id`, the client's id of the failed request.
    client_request_id "client-request-id",
    /// Returns `date`, the time of the failure. Microsoft Graph writes it without an offset.
    date "date",
    /// Returns `code`, which is more specific than that of the outer error.
    code "code",
    /// Returns `message`, which is more specific than that of the outer error.
    message "message",
}
