//! Responses that are not a value.

use std::{fmt, time::Duration};

use ::http::{HeaderMap, Response, StatusCode, header::RETRY_AFTER};

use crate::{error::Error, json, payload::odata_error::ODataError};

/// A response that has no value: its status is an error, or its body cannot be read.
///
/// ```
/// use std::time::Duration;
///
/// use odata_core::{Collection, http::{Received, ResponseError}};
///
/// let response = http::Response::builder()
///     .status(429)
///     .header("Retry-After", "3")
///     .body(r#"{"error":{"code":"TooManyRequests","message":"Slow down."}}"#)?;
/// let error: ResponseError = Received::<Collection<i32>>::read(&response).unwrap_err();
/// assert_eq!(error.odata_error().and_then(|it| it.code()), Some("TooManyRequests"));
/// assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
/// assert!(error.is_transient());
/// assert_eq!(error.to_string(), "429 Too Many Requests: TooManyRequests: Slow down.");
/// # Ok::<(), http::Error>(())
/// ```
///
/// Source: Protocol 4.01 §9; JSON 4.01 §21.1.
pub struct ResponseError(Box<Inner>);

struct Inner {
    status: StatusCode,
    retry_after: Option<Duration>,
    reason: Reason,
}

enum Reason {
    /// The status is an error, with an OData error unless something other than the service responded.
    Status(Option<ODataError>),
    /// The body cannot be read.
    Body(Error),
}

impl ResponseError {
    pub(crate) fn of_status<B: AsRef<[u8]>>(response: &Response<B>) -> Self {
        let error = json::from_slice(response.body().as_ref()).ok();
        ResponseError::new(response, Reason::Status(error))
    }

    pub(crate) fn of_body<B>(response: &Response<B>, error: Error) -> Self {
        ResponseError::new(response, Reason::Body(error))
    }

    fn new<B>(response: &Response<B>, reason: Reason) -> Self {
        ResponseError(Box::new(Inner {
            status: response.status(),
            retry_after: retry_after(response.headers()),
            reason,
        }))
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Returns the error body of the service.
    #[must_use]
    pub fn odata_error(&self) -> Option<&ODataError> {
        match &self.0.reason {
            Reason::Status(error) => error.as_ref(),
            Reason::Body(_) => None,
        }
    }

    /// Returns the reason why the body of a successful response could not be read.
    #[must_use]
    pub fn body_error(&self) -> Option<&Error> {
        match &self.0.reason {
            Reason::Status(_) => None,
            Reason::Body(error) => Some(error),
        }
    }

    /// Returns the time to wait before the next request.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Returns whether the same request may succeed later: the status is 408, 429 or 5xx, except 501 Not Implemented and 505 HTTP Version
    /// Not Supported.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self.status().as_u16() {
            408 | 429 => true,
            501 | 505 => false,
            status => status >= 500,
        }
    }
}

/// Returns the seconds in `Retry-After`. `None` if the header has a date, which would depend on the clocks of two machines.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    Some(Duration::from_secs(text.trim().parse().ok()?))
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status();
        match &self.0.reason {
            Reason::Status(Some(error)) => write!(f, "{status}: {error}"),
            Reason::Status(None) => write!(f, "{status}, without an OData error"),
            Reason::Body(error) => write!(f, "{status} with an unreadable body: {error}"),
        }
    }
}

/// Formats the text of `Display`, because a program whose `main` returns the error prints its `Debug` form.
impl fmt::Debug for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ResponseError")
            .field(&format_args!("{self}"))
            .finish()
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.reason {
            Reason::Status(Some(error)) => Some(error),
            Reason::Status(None) => None,
            Reason::Body(error) => Some(error),
        }
    }
}
