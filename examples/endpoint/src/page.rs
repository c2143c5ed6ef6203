//! The operator's page: all requests, and forms to decide those that wait.
//!
//! It has no login and is served on a loopback address only. A browser lets every website send forms there, so the page accepts only
//! requests that name this address as their host and, in forms, as their origin.

mod html;

use std::sync::Arc;

use axum::{
    Form, Router,
    extract::{Path, Request, State},
    http::{HeaderMap, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;

use crate::{
    record::Verdict,
    worker::{DecideError, Worker},
};

/// The number of requests on the page.
const MAX_ROWS: usize = 200;

pub(crate) fn router(worker: Arc<Worker>) -> Router {
    Router::new()
        .route("/", get(list))
        .route("/requests/{id}", post(decide))
        .layer(middleware::from_fn(protect))
        .with_state(worker)
}

/// The fields of the form.
#[derive(Deserialize)]
struct Input {
    verdict: String,
    #[serde(default)]
    detail: String,
}

async fn list(State(worker): State<Arc<Worker>>) -> Response {
    match worker.journal.last(MAX_ROWS) {
        Ok(records) => Html(html::page(&records)).into_response(),
        Err(error) => problem(StatusCode::SERVICE_UNAVAILABLE, &error.to_string()),
    }
}

async fn decide(
    State(worker): State<Arc<Worker>>,
    Path(id): Path<String>,
    Form(input): Form<Input>,
) -> Response {
    let verdict = match &*input.verdict {
        "approve" => Verdict::Approved,
        "deny" => Verdict::Denied,
        _ => return problem(StatusCode::BAD_REQUEST, "The verdict is unknown."),
    };
    let detail = Some(input.detail.trim().to_owned()).filter(|it| !it.is_empty());
    match worker.decide(&id, verdict, detail).await {
        Ok(()) => Redirect::to("/").into_response(),
        Err(DecideError::Unknown) => problem(StatusCode::NOT_FOUND, "There is no such request."),
        Err(DecideError::Invalid(reason)) => problem(StatusCode::UNPROCESSABLE_ENTITY, &reason),
        Err(DecideError::Journal(error)) => {
            problem(StatusCode::SERVICE_UNAVAILABLE, &error.to_string())
        }
    }
}

fn problem(status: StatusCode, text: &str) -> Response {
    (status, Html(html::problem(text))).into_response()
}

/// Rejects requests that another website caused, and forbids scripts and frames.
async fn protect(request: Request, next: Next) -> Response {
    if !is_local(request.headers()) {
        return problem(StatusCode::FORBIDDEN, "Open this page at its own address.");
    }
    let mut response = next.run(request).await;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                  frame-ancestors 'none'; base-uri 'none'";
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        let value = header::HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

/// Returns whether the host is an address of this machine and the origin is the same. The host name of another website is not local, even
/// if that website resolves it to this machine (DNS rebinding).
fn is_local(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|it| it.to_str().ok());
    let Some(host) = text(header::HOST) else {
        return false;
    };
    let name = host
        .parse::<Uri>()
        .ok()
        .and_then(|it| it.host().map(str::to_owned));
    let is_loopback = name.is_some_and(|name| {
        let address = name.trim_start_matches('[').trim_end_matches(']');
        name == "localhost"
            || address
                .parse()
                .is_ok_and(|it: std::net::IpAddr| it.is_loopback())
    });
    let has_own_origin =
        text(header::ORIGIN).is_none_or(|origin| origin == format!("http://{host}"));
    is_loopback && has_own_origin
}
