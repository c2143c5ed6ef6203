//! Requests to a service.

use std::{fmt, time::Duration};

use axum::body::Bytes;
use futures_util::{Stream, StreamExt, TryFutureExt};
use http::Response;
use odata_core::{
    Collection, Error, Validate,
    http::{BatchRequest, BatchResponse, Query, Received, RequestBuilder, ResponseError},
    json,
    protocol::resolve_url,
};
use serde::{Serialize, de::DeserializeOwned};

/// The number of attempts for a request.
const ATTEMPTS: u32 = 5;
/// The longest wait between two attempts.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// A service, and the token that it requires.
#[derive(Clone)]
pub struct Service {
    client: reqwest::Client,
    root: String,
    token: Option<String>,
}

/// A request without a result.
#[derive(Debug)]
pub enum RequestError {
    /// The request is invalid and was not sent.
    Invalid(Error),
    /// The service cannot be reached.
    Transport(reqwest::Error),
    /// The service responded with an error, or with something other than expected.
    Response(ResponseError),
}

impl Service {
    /// Creates a client of the service at `root`, a URL without a slash at the end.
    ///
    /// # Errors
    /// If the system has no source of randomness for TLS.
    pub fn new(root: &str, token: Option<String>) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(30))
            .build()?;
        Ok(Service {
            client,
            root: root.trim_end_matches('/').to_owned(),
            token,
        })
    }

    /// Returns the absolute URL of a path that is relative to the root.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        resolve_url(&format!("{}/", self.root), path).into_owned()
    }

    /// Reads one resource.
    ///
    /// # Errors
    /// See [`RequestError`].
    pub async fn get<T: DeserializeOwned + Validate>(
        &self,
        path: &str,
        query: &Query,
    ) -> Result<Received<T>, RequestError> {
        let url = query.append_to(&self.url(path));
        let response = self.send(|| RequestBuilder::get(&url), None::<&()>).await?;
        Ok(Received::read(&response)?)
    }

    /// Reads a page of a collection, at a path or a link.
    ///
    /// # Errors
    /// See [`RequestError`].
    pub async fn page<T: DeserializeOwned + Validate>(
        &self,
        url: &str,
        query: &Query,
    ) -> Result<Collection<T>, RequestError> {
        Ok(self.get(url, query).await?.value)
    }

    /// Returns the items of a collection, over all its pages. An item is available before its page has ended.
    pub fn items<T: DeserializeOwned + Validate>(
        &self,
        path: &str,
        query: &Query,
    ) -> impl Stream<Item = Result<T, Error>> + use<T> {
        let first = self.body(query.append_to(&self.url(path)));
        let service = self.clone();
        let fetch = move |link: String| {
            let body = service.body(service.url(&link));
            async move { Ok::<_, RequestError>(body) }
        };
        json::page_stream(first, fetch)
    }

    /// Returns the body of a successful response, piece by piece.
    fn body(&self, url: String) -> impl Stream<Item = Result<Bytes, RequestError>> + Unpin + use<> {
        let service = self.clone();
        let start = async move {
            let request = service.authorized(RequestBuilder::get(&url)).empty()?;
            let response = service.with_retries(&request).await?;
            Ok::<_, RequestError>(response.bytes_stream().map(|it| Ok(it?)))
        };
        Box::pin(start.try_flatten_stream())
    }

    /// Changes a resource, if it still has this entity tag. Returns the new tag.
    ///
    /// # Errors
    /// See [`RequestError`]: 412 if somebody else changed the resource.
    pub async fn patch<T: Serialize + Validate>(
        &self,
        path: &str,
        etag: &str,
        patch: &T,
    ) -> Result<Option<String>, RequestError> {
        let url = self.url(path);
        let start = || RequestBuilder::patch(&url).if_match(etag);
        let response = self.send(start, Some(patch)).await?;
        Ok(Received::check(&response)?.etag)
    }

    /// Sends several requests at once.
    ///
    /// # Errors
    /// See [`RequestError`]. The responses have their own statuses.
    pub async fn batch(&self, batch: &BatchRequest) -> Result<BatchResponse, RequestError> {
        let url = self.url("$batch");
        let start = || RequestBuilder::post(&url);
        let response = self.send(start, Some(batch)).await?;
        Ok(Received::read(&response)?.value)
    }

    /// Sends a request and receives the whole response.
    async fn send<T: Serialize + Validate>(
        &self,
        start: impl FnOnce() -> RequestBuilder,
        body: Option<&T>,
    ) -> Result<Response<Vec<u8>>, RequestError> {
        let builder = self.authorized(start());
        let request = match body {
            Some(body) => builder.json(body)?,
            None => builder.empty()?,
        };
        let response = self.with_retries(&request).await?;
        receive(response).await
    }

    fn authorized(&self, builder: RequestBuilder) -> RequestBuilder {
        match &self.token {
            Some(token) => builder.header("Authorization", &format!("Bearer {token}")),
            None => builder,
        }
    }

    /// Sends a request until it has a response other than an overload. All requests of this client can be repeated.
    async fn with_retries(
        &self,
        request: &http::Request<Vec<u8>>,
    ) -> Result<reqwest::Response, RequestError> {
        let mut attempt = 1;
        loop {
            let response = self.client.execute(request.clone().try_into()?).await?;
            if response.status().is_success() {
                return Ok(response);
            }
            let error = match Received::check(&receive(response).await?) {
                Ok(_) => continue,
                Err(error) => error,
            };
            if attempt == ATTEMPTS || !error.is_transient() {
                return Err(error.into());
            }
            let doubled = Duration::from_millis(100) * 2_u32.saturating_pow(attempt);
            let wait = error.retry_after().unwrap_or(doubled);
            tokio::time::sleep(wait.min(LONGEST_WAIT)).await;
            attempt += 1;
        }
    }
}

/// Converts a response of reqwest.
async fn receive(response: reqwest::Response) -> Result<Response<Vec<u8>>, RequestError> {
    let (status, headers) = (response.status(), response.headers().clone());
    let mut received = Response::new(response.bytes().await?.to_vec());
    *received.status_mut() = status;
    *received.headers_mut() = headers;
    Ok(received)
}

impl RequestError {
    /// Returns the response of the service, if it is an error.
    #[must_use]
    pub fn response(&self) -> Option<&ResponseError> {
        match self {
            RequestError::Response(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Error> for RequestError {
    fn from(error: Error) -> Self {
        RequestError::Invalid(error)
    }
}

impl From<reqwest::Error> for RequestError {
    fn from(error: reqwest::Error) -> Self {
        RequestError::Transport(error)
    }
}

impl From<ResponseError> for RequestError {
    fn from(error: ResponseError) -> Self {
        RequestError::Response(error)
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RequestError::Invalid(error) => error.fmt(f),
            RequestError::Transport(error) => error.fmt(f),
            RequestError::Response(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RequestError {}
