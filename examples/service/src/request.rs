//! Parts of a request that the handlers use, and the errors that they answer with.

use axum::http::{HeaderMap, StatusCode, header};
use odata_core::{ODataError, axum::ErrorResponse};

use crate::{BoxError, store::Stored};

/// The result of a handler.
pub type Handled<T> = Result<T, ErrorResponse>;

/// Returns an error response.
#[must_use]
pub fn error(status: StatusCode, code: &str, message: impl Into<String>) -> ErrorResponse {
    ErrorResponse::new(status, ODataError::new(code, message.into()))
}

/// Returns the response for a failure of the store. The reason is for the log, not for clients.
#[must_use]
pub fn failed(reason: &BoxError) -> ErrorResponse {
    eprintln!("the store failed: {reason}");
    error(
        StatusCode::INTERNAL_SERVER_ERROR,
        "InternalError",
        "The service failed.",
    )
}

/// Returns the URL of the service, from the header `Host`.
#[must_use]
pub fn root(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|it| it.to_str().ok());
    format!("http://{}/", host.unwrap_or("localhost"))
}

/// Returns the entity tag of a version.
#[must_use]
pub fn etag(version: u64) -> String {
    format!("W/\"{version}\"")
}

/// Checks `If-Match`, which a change requires: without it, the change of somebody else would be lost.
///
/// # Errors
/// 428 without the header, 412 if the product has changed.
pub fn check_match(headers: &HeaderMap, stored: &Stored) -> Handled<()> {
    let Some(expected) = headers.get(header::IF_MATCH) else {
        return Err(error(
            StatusCode::PRECONDITION_REQUIRED,
            "PreconditionRequired",
            "Send the entity tag of the product in `If-Match`.",
        ));
    };
    let current = etag(stored.version);
    let expected = expected.to_str().unwrap_or_default();
    let mut tags = expected.split(',').map(str::trim);
    if tags.any(|tag| tag == "*" || tag == current) {
        return Ok(());
    }
    Err(error(
        StatusCode::PRECONDITION_FAILED,
        "PreconditionFailed",
        "The product has changed: read it again.",
    ))
}

/// Returns the id in a path segment: `Products(7)`, or `Products(id=7)`.
///
/// # Errors
/// 404 for any other path.
pub fn id_of(segment: &str) -> Handled<i32> {
    let key = segment
        .strip_prefix("Products(")
        .and_then(|it| it.strip_suffix(')'));
    let key = key.map(|key| key.strip_prefix("id=").unwrap_or(key));
    key.and_then(|key| key.parse().ok()).ok_or_else(|| {
        error(
            StatusCode::NOT_FOUND,
            "NotFound",
            format!("There is no `{segment}`."),
        )
    })
}

/// Returns the response for a product that does not exist.
#[must_use]
pub fn not_found(id: i32) -> ErrorResponse {
    error(
        StatusCode::NOT_FOUND,
        "NotFound",
        format!("There is no product {id}."),
    )
}
