//! Responses to requests that the endpoint does not accept.

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use odata_core::{ODataError, json};

/// A response with an error status and, unless the caller is unknown, an OData error body.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    body: Option<Box<ODataError>>,
    retry_after: Option<u32>,
}

impl Refusal {
    /// Creates a response with a body.
    #[must_use]
    pub fn new(status: StatusCode, body: ODataError) -> Self {
        Refusal {
            status,
            body: Some(Box::new(body)),
            retry_after: None,
        }
    }

    /// Creates a response without a body. A caller that is not Entra learns nothing from it.
    #[must_use]
    pub fn silent(status: StatusCode) -> Self {
        Refusal {
            status,
            body: None,
            retry_after: None,
        }
    }

    /// Creates a response that asks the caller to try again.
    #[must_use]
    pub fn unavailable() -> Self {
        Refusal {
            retry_after: Some(5),
            ..Refusal::silent(StatusCode::SERVICE_UNAVAILABLE)
        }
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        if let Some(text) = self.body.and_then(|body| json::to_string(&*body).ok()) {
            response.headers_mut().insert(
                header::CONTENT_TYPE,
                HeaderValue::from_static("application/json"),
            );
            *response.body_mut() = Body::from(text);
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
