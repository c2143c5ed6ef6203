//! A service with users, on loopback.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    extract::{Path, Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use odata_core::{
    Collection, Delta, ODataError, Patchable, RawJson,
    axum::{ErrorResponse, ODataJson},
    http::{BatchItemResponse, BatchRequest, BatchResponse},
    payload::{DeltaItem, Reason, Removed},
};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    BoxError,
    model::{User, UserPatch},
};

/// The number of users on a page.
const PAGE: usize = 3;

/// The contents. `changes` has the id of each change, in order; the position is the delta token.
#[derive(Debug, Default)]
struct Inner {
    users: BTreeMap<String, (User, u64)>,
    changes: Vec<String>,
    /// The oldest delta token that has not expired.
    oldest_token: usize,
    /// The token of the clients, if one is required.
    token: Option<String>,
    overloads: u32,
    requests: u32,
}

type Shared = Arc<Mutex<Inner>>;

/// A running service. It stops when it is dropped.
#[derive(Debug)]
pub struct Mock {
    address: SocketAddr,
    state: Shared,
    task: JoinHandle<()>,
}

impl Mock {
    /// Starts the service on a free port.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start() -> Result<Self, BoxError> {
        let state = Shared::default();
        let router = Router::new()
            .route("/v1.0/users", get(list))
            .route("/v1.0/users/delta", get(delta))
            .route("/v1.0/{entity}", get(read).patch(change))
            .route("/v1.0/$batch", post(batch))
            .layer(middleware::from_fn_with_state(
                Arc::clone(&state),
                authorize,
            ))
            .with_state(Arc::clone(&state));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(async move {
            // It runs until the task is aborted.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Mock {
            address,
            state,
            task,
        })
    }

    /// Returns the root of the service.
    #[must_use]
    pub fn root(&self) -> String {
        format!("http://{}/v1.0", self.address)
    }

    /// Adds or replaces a user.
    pub fn put(&self, id: &str, display_name: &str) {
        let mut inner = lock(&self.state);
        let user = User {
            id: id.to_owned(),
            display_name: Some(display_name.to_owned()),
            job_title: None,
        };
        inner.write(user);
    }

    /// Removes a user.
    pub fn remove(&self, id: &str) {
        let mut inner = lock(&self.state);
        inner.users.remove(id);
        inner.changes.push(id.to_owned());
    }

    /// Requires a bearer token.
    pub fn require_token(&self, token: &str) {
        lock(&self.state).token = Some(token.to_owned());
    }

    /// Expires the delta links that it has returned.
    pub fn expire_links(&self) {
        let mut inner = lock(&self.state);
        inner.oldest_token = inner.changes.len() + 1;
        let ids: Vec<String> = inner.users.keys().cloned().collect();
        inner.changes.extend(ids);
    }

    /// Responds to the next requests with 429.
    pub fn overload(&self, requests: u32) {
        lock(&self.state).overloads = requests;
    }

    /// Returns the number of requests so far.
    #[must_use]
    pub fn requests(&self) -> u32 {
        lock(&self.state).requests
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Inner {
    fn write(&mut self, user: User) {
        let version = self.changes.len() as u64 + 1;
        self.changes.push(user.id.clone());
        self.users.insert(user.id.clone(), (user, version));
    }

    /// Counts a request, and rejects it during an overload.
    fn enter(&mut self) -> Result<(), ErrorResponse> {
        self.requests += 1;
        match self.overloads.checked_sub(1) {
            None => Ok(()),
            Some(rest) => {
                self.overloads = rest;
                let error = ODataError::new("TooManyRequests", "Try again later.");
                Err(ErrorResponse::new(StatusCode::TOO_MANY_REQUESTS, error).with_retry_after(0))
            }
        }
    }

    fn find(&self, entity: &str) -> Result<&(User, u64), ErrorResponse> {
        let id = entity
            .strip_prefix("users('")
            .and_then(|rest| rest.strip_suffix("')"))
            .map(|id| id.replace("''", "'"));
        let user = id.as_ref().and_then(|id| self.users.get(id));
        user.ok_or_else(|| {
            let error = ODataError::new("Request_ResourceNotFound", "There is no such user.");
            ErrorResponse::new(StatusCode::NOT_FOUND, error)
        })
    }
}

fn lock(state: &Shared) -> MutexGuard<'_, Inner> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn etag(version: u64) -> String {
    format!("W/\"{version}\"")
}

type Options = Query<BTreeMap<String, String>>;

fn number(options: &Options, name: &str) -> usize {
    let value = options.get(name).and_then(|it| it.parse().ok());
    value.unwrap_or_default()
}

/// Rejects clients without the token.
async fn authorize(
    State(state): State<Shared>,
    request: Request,
    next: Next,
) -> Result<Response, ErrorResponse> {
    let found = request.headers().get(header::AUTHORIZATION);
    let found = found.and_then(|it| it.to_str().ok()?.strip_prefix("Bearer "));
    let is_accepted = match &lock(&state).token {
        Some(token) => found == Some(token),
        None => true,
    };
    if !is_accepted {
        let error = ODataError::new("InvalidAuthenticationToken", "The token is not accepted.");
        return Err(ErrorResponse::new(StatusCode::UNAUTHORIZED, error));
    }
    Ok(next.run(request).await)
}

async fn list(
    State(state): State<Shared>,
    options: Options,
) -> Result<ODataJson<Collection<User>>, ErrorResponse> {
    let mut inner = lock(&state);
    inner.enter()?;
    let skip = number(&options, "$skiptoken");
    let users = inner.users.values().map(|(user, _)| user.clone());
    let mut page: Collection<User> = users.skip(skip).take(PAGE).collect();
    if skip + PAGE < inner.users.len() {
        page.next_link = Some(format!("users?$skiptoken={}", skip + PAGE));
    }
    page.count = options
        .contains_key("$count")
        .then_some(inner.users.len() as i64);
    Ok(ODataJson(page))
}

async fn delta(
    State(state): State<Shared>,
    options: Options,
) -> Result<ODataJson<Delta<User>>, ErrorResponse> {
    let mut inner = lock(&state);
    inner.enter()?;
    let start = number(&options, "$deltatoken");
    if options.contains_key("$deltatoken") && start < inner.oldest_token {
        let error = ODataError::new("resyncRequired", "The delta link has expired.");
        return Err(ErrorResponse::new(StatusCode::GONE, error));
    }
    let start = start.max(inner.oldest_token.saturating_sub(1));
    let end = (start + PAGE).min(inner.changes.len());
    let mut page: Delta<User> = Collection::default();
    for id in inner.changes.get(start..end).unwrap_or_default() {
        page.value.push(match inner.users.get(id) {
            Some((user, _)) => DeltaItem::Changed(user.clone()),
            None => {
                let removed = Removed::new(Some(Reason::Deleted));
                removed.with("id", id)?.into()
            }
        });
    }
    let link = Some(format!("users/delta?$deltatoken={end}"));
    if end < inner.changes.len() {
        page.next_link = link;
    } else {
        page.delta_link = link;
    }
    Ok(ODataJson(page))
}

async fn read(
    State(state): State<Shared>,
    Path(entity): Path<String>,
) -> Result<Response, ErrorResponse> {
    let mut inner = lock(&state);
    inner.enter()?;
    let (user, version) = inner.find(&entity)?;
    Ok(([(header::ETAG, etag(*version))], ODataJson(user.clone())).into_response())
}

async fn change(
    State(state): State<Shared>,
    Path(entity): Path<String>,
    headers: HeaderMap,
    ODataJson(patch): ODataJson<UserPatch>,
) -> Result<Response, ErrorResponse> {
    let mut inner = lock(&state);
    inner.enter()?;
    let (user, version) = inner.find(&entity)?;
    let expected = headers
        .get(header::IF_MATCH)
        .and_then(|it| it.to_str().ok());
    if expected != Some(&*etag(*version)) {
        let error = ODataError::new("PreconditionFailed", "The user has changed.");
        return Err(ErrorResponse::new(StatusCode::PRECONDITION_FAILED, error));
    }
    let mut user = user.clone();
    user.apply(patch)?;
    inner.write(user);
    let version = etag(inner.changes.len() as u64);
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, version)]).into_response())
}

async fn batch(
    State(state): State<Shared>,
    ODataJson(batch): ODataJson<BatchRequest>,
) -> Result<ODataJson<BatchResponse>, ErrorResponse> {
    let mut inner = lock(&state);
    inner.enter()?;
    let mut response = BatchResponse::default();
    // The order of the responses is that of the service.
    for item in batch.requests.into_iter().rev() {
        let (status, body) = match inner.find(&item.url) {
            Ok((user, _)) => (200, RawJson::new(user)?),
            Err(error) => (
                error.status().as_u16().into(),
                RawJson::new(&error.error())?,
            ),
        };
        response.responses.push(BatchItemResponse {
            id: item.id,
            status,
            headers: None,
            body: Some(body),
        });
    }
    Ok(ODataJson(response))
}
