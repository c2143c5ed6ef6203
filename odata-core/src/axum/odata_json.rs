//! Bodies.

use ::http::{HeaderName, HeaderValue, StatusCode, header};
use axum_core::{
    body::Body,
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    axum::error_response::ErrorResponse,
    http::response::{options_of, text},
    json,
    options::ReadOptions,
    payload::odata_error::ODataError,
    protocol::media_type::MediaType,
    validate::Validate,
};

/// A body in OData's JSON format: an extractor and a response.
///
/// The extractor reads with [`ReadOptions::server`], the version in `OData-Version` and the parameters of `Content-Type`. It rejects with
/// an [`ErrorResponse`]: 415 for another media type, 413 for a body over `axum`'s limit or too deep, 400 for a body that is not a valid `T`.
///
/// Other options are an extension of the request: `.layer(axum::Extension(ReadOptions::client().max_depth(32)))` on the router or route.
/// `axum::extract::DefaultBodyLimit` is the limit of the bytes. Use [`ReadOptions::client`] for an endpoint that another service calls,
/// such as Microsoft Entra: it then accepts properties that are newer than the program.
///
/// The response is written in version 4.0. If the value is invalid, the response is 500, because the service broke its own rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ODataJson<T>(pub T);

impl<T: DeserializeOwned + Validate, S: Send + Sync> FromRequest<S> for ODataJson<T> {
    type Rejection = ErrorResponse;

    async fn from_request(request: Request, state: &S) -> Result<Self, ErrorResponse> {
        let content_type = text(request.headers(), header::CONTENT_TYPE.as_str());
        if let Err(error) = content_type.unwrap_or_default().parse::<MediaType>() {
            let error = ODataError::new("UnsupportedMediaType", error.to_string());
            return Err(ErrorResponse::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                error,
            ));
        }
        let options = request.extensions().get().cloned();
        let options = options.unwrap_or_else(ReadOptions::server);
        let options = options_of(request.headers(), options);
        let bytes = String::from_request(request, state)
            .await
            .map_err(|rejection| {
                let status = rejection.status();
                ErrorResponse::new(
                    status,
                    ODataError::new("InvalidBody", rejection.body_text()),
                )
            })?;
        Ok(ODataJson(json::from_str_with(&bytes, &options)?))
    }
}

impl<T: Serialize + Validate> IntoResponse for ODataJson<T> {
    fn into_response(self) -> Response {
        match json::to_vec(&self.0) {
            Ok(body) => {
                let mut response = Response::new(Body::from(body));
                let headers = response.headers_mut();
                headers.insert(
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("application/json;odata.metadata=minimal"),
                );
                headers.insert(
                    HeaderName::from_static("odata-version"),
                    HeaderValue::from_static("4.0"),
                );
                response
            }
            Err(_) => {
                let message = "The service cannot write its response.";
                let error = ODataError::new("InternalError", message);
                ErrorResponse::new(StatusCode::INTERNAL_SERVER_ERROR, error).into_response()
            }
        }
    }
}
