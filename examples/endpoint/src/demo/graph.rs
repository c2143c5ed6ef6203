//! A mock of Microsoft Graph, on loopback: the action `resume`, and outages on demand.

use std::{
    collections::{HashSet, VecDeque},
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
    routing::post,
};
use odata_core::{ODataError, ReadOptions, axum::ErrorResponse, graph::Resume, json};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{BoxError, listener, settings::Limits};

/// A request to resume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The id of the request that is resumed.
    pub request_id: String,
    /// The exact body.
    pub body: String,
    /// The status of the response.
    pub status: u16,
}

/// An answer of the mock other than the regular one.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// The status.
    pub status: StatusCode,
    /// The seconds in `Retry-After`.
    pub retry_after: Option<u32>,
}

#[derive(Debug, Default)]
struct Inner {
    deliveries: Vec<Delivery>,
    faults: VecDeque<Fault>,
    outage: Option<Fault>,
    rejected_tokens: HashSet<String>,
}

/// A running mock. It stops when it is dropped.
#[derive(Debug)]
pub struct Graph {
    address: SocketAddr,
    state: Arc<Mutex<Inner>>,
    task: JoinHandle<()>,
}

impl Graph {
    /// Starts the mock on a free port.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start() -> Result<Self, BoxError> {
        let state = Arc::new(Mutex::new(Inner::default()));
        let path = Resume::path("ID").replace("ID", "{id}");
        let router = Router::new()
            .route(&format!("/v1.0{path}"), post(resume))
            .with_state(Arc::clone(&state));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(listener::serve(listener, router, Limits::default()));
        Ok(Graph {
            address,
            state,
            task,
        })
    }

    /// Returns the service root.
    #[must_use]
    pub fn root(&self) -> String {
        format!("http://{}/v1.0", self.address)
    }

    /// Returns all requests so far.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.lock().deliveries.clone()
    }

    /// Removes all requests so far, and returns them. For a mock that runs for long.
    #[must_use]
    pub fn take_deliveries(&self) -> Vec<Delivery> {
        std::mem::take(&mut self.lock().deliveries)
    }

    /// Returns the accepted requests.
    #[must_use]
    pub fn accepted(&self) -> Vec<Delivery> {
        let mut deliveries = self.deliveries();
        deliveries.retain(|it| it.status == 204);
        deliveries
    }

    /// Answers the next requests with faults.
    pub fn fail_next(&self, faults: &[Fault]) {
        self.lock().faults.extend(faults);
    }

    /// Starts or ends an outage.
    pub fn set_outage(&self, outage: Option<Fault>) {
        self.lock().outage = outage;
    }

    /// Rejects a token from now on.
    pub fn reject_token(&self, token: &str) {
        self.lock().rejected_tokens.insert(token.to_owned());
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Graph {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn resume(
    State(state): State<Arc<Mutex<Inner>>>,
    Path(request_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let mut inner = state.lock().unwrap_or_else(PoisonError::into_inner);
    let fault = inner.faults.pop_front().or(inner.outage);
    let result = match fault {
        Some(fault) => Err((
            fault.status,
            "ServiceUnavailable",
            "Try again later.".to_owned(),
        )),
        None => check(&inner, &headers, &body),
    };
    let status = match &result {
        Ok(()) => StatusCode::NO_CONTENT,
        Err((status, ..)) => *status,
    };
    inner.deliveries.push(Delivery {
        request_id,
        body: String::from_utf8_lossy(&body).into_owned(),
        status: status.as_u16(),
    });
    drop(inner);
    let Err((status, code, message)) = result else {
        return status.into_response();
    };
    let response = ErrorResponse::new(status, ODataError::new(code, message));
    match fault.and_then(|it| it.retry_after) {
        Some(seconds) => response.with_retry_after(seconds).into_response(),
        None => response.into_response(),
    }
}

/// Rejects what the real service rejects.
fn check(
    inner: &Inner,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), (StatusCode, &'static str, String)> {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|it| it.to_str().ok()?.strip_prefix("Bearer graph-"));
    let is_valid = token.is_some_and(|it| !inner.rejected_tokens.contains(&format!("graph-{it}")));
    if !is_valid {
        let message = "The token is missing or invalid.".to_owned();
        return Err((
            StatusCode::UNAUTHORIZED,
            "InvalidAuthenticationToken",
            message,
        ));
    }
    match json::from_slice_with::<Resume>(body, &ReadOptions::server()) {
        Ok(resume) if resume.data.is_some() => Ok(()),
        Ok(_) => Err((
            StatusCode::BAD_REQUEST,
            "BadRequest",
            "`data` is required.".to_owned(),
        )),
        Err(error) => Err((StatusCode::BAD_REQUEST, "BadRequest", error.to_string())),
    }
}
