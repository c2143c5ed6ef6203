//! Information for those who debug the service.

use serde::{Deserialize, Serialize};

use crate::{
    codec::raw_json::RawJson,
    dynamic::members::{Iter, Members},
    error::Error,
};

/// The `innererror` of an [`ODataError`](super::ODataError): any members, in order and exact.
///
/// Microsoft Graph gives the ids that its support asks for, and often a more specific error inside.
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
/// Source: OData JSON Format 4.01, section 21.1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InnerError(pub(super) Members);

impl InnerError {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        InnerError(Members::new())
    }

    /// The same with one more member, or another value of it.
    ///
    /// # Errors
    ///
    /// Where the value cannot be written as JSON.
    pub fn with<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Result<Self, Error> {
        self.0.insert(name, RawJson::new(value)?);
        Ok(self)
    }

    /// The value of a member, typed; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// Where the value is not a `T`.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        self.0.get(name)
    }

    /// The exact JSON of a member.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Names and exact values, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter()
    }

    /// `request-id`: Microsoft Graph's id of the failed request.
    #[must_use]
    pub fn request_id(&self) -> Option<String> {
        self.text("request-id")
    }

    /// `client-request-id`: the client's own id of the failed request.
    #[must_use]
    pub fn client_request_id(&self) -> Option<String> {
        self.text("client-request-id")
    }

    /// `date`: when it failed, as Microsoft Graph writes it, which is without an offset.
    #[must_use]
    pub fn date(&self) -> Option<String> {
        self.text("date")
    }

    /// `code`: a more specific code than that of the error around.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        self.text("code")
    }

    /// `message`: a more specific message than that of the error around.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        self.text("message")
    }

    /// The inner error of this one, in either spelling.
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

    fn text(&self, name: &str) -> Option<String> {
        self.raw(name)?.get().ok()
    }
}
