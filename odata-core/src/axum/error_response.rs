//! Error responses.

use ::http::{HeaderValue, StatusCode, header};
use axum_core::{
    body::Body,
    response::{IntoResponse, Response},
};

use crate::{
    error::{Error, ErrorKind},
    json,
    payload::odata_error::ODataError,
    validate::Violations,
};

/// A response with an error status and an OData error as its body.
///
/// An [`Error`] of reading becomes 400, or 413 if the body is too long or nested too deep. In a handler, `?` converts it.
///
/// Use [`without_body`](Self::without_body) for a caller that must not learn the reason, such as one without a valid token.
///
/// ```
/// use axum_core::response::IntoResponse;
/// use odata_core::{Collection, ReadOptions, axum::ErrorResponse, json};
///
/// let error = json::from_str::<Collection<i32>>(r#"{"value":["one"]}"#).unwrap_err();
/// assert_eq!(ErrorResponse::from(error).into_response().status(), 400);
///
/// let short = ReadOptions::server().max_bytes(4);
/// let error = json::from_str_with::<Collection<i32>>(r#"{"value":[]}"#, &short).unwrap_err();
/// assert_eq!(ErrorResponse::from(error).into_response().status(), 413);
///
/// let refused = ErrorResponse::without_body(http::StatusCode::UNAUTHORIZED).into_response();
/// assert_eq!(refused.headers()["WWW-Authenticate"], "Bearer");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorResponse {
    status: StatusCode,
    error: Option<ODataError>,
    retry_after: Option<u32>,
}

impl ErrorResponse {
    /// Creates a response.
    #[must_use]
    pub fn new(status: StatusCode, error: ODataError) -> Self {
        ErrorResponse {
            error: Some(error),
            ..ErrorResponse::without_body(status)
        }
    }

    /// Creates a response without a body.
    #[must_use]
    pub fn without_body(status: StatusCode) -> Self {
        ErrorResponse {
            status,
            error: None,
            retry_after: None,
        }
    }

    /// Sets `Retry-After`, the seconds after which the client may try again.
    #[must_use]
    pub fn with_retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the error; `None` for a response without a body.
    #[must_use]
    pub fn error(&self) -> Option<&ODataError> {
        self.error.as_ref()
    }
}

impl From<Error> for ErrorResponse {
    fn from(error: Error) -> Self {
        let status = match error.kind() {
            ErrorKind::Depth | ErrorKind::Length => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::BAD_REQUEST,
        };
        ErrorResponse::new(status, error.into())
    }
}

impl From<Violations> for ErrorResponse {
    fn from(violations: Violations) -> Self {
        ErrorResponse::new(StatusCode::BAD_REQUEST, violations.into())
    }
}

/// A response with 401 has the header `WWW-Authenticate: Bearer` (RFC 9110 §11.6.1, RFC 6750 §3).
impl IntoResponse for ErrorResponse {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if let Some(error) = self.error {
            headers.insert(
                header::CONTENT_TYPE,
                HeaderValue::from_static("application/json"),
            );
            headers.insert(
                header::HeaderName::from_static("odata-version"),
                HeaderValue::from_static("4.0"),
            );
            // An error body can always be written.
            *response.body_mut() = Body::from(json::to_vec(&error).unwrap_or_default());
        }
        response
    }
}
