//! The endpoint as a whole.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, FromRequest, Request, State},
    http::StatusCode,
    routing::{get, post},
};
use odata_core::{
    ODataError, ReadOptions,
    axum::{ErrorResponse, ODataJson},
    graph::{CustomExtensionCalloutRequest, CustomExtensionCalloutResponse},
};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, mpsc},
    task::JoinHandle,
    time::timeout,
};

use crate::{
    BoxError, Policy, Settings,
    caller::CallerCheck,
    callout::Callout,
    delivery::Sender,
    journal::{Inserted, Journal},
    listener, page,
    record::Record,
    worker::Worker,
};

/// A running endpoint. It stops when it is dropped.
#[derive(Debug)]
pub struct Endpoint {
    callouts: SocketAddr,
    page: SocketAddr,
    journal: Journal,
    tasks: [JoinHandle<()>; 3],
}

/// The state of the handler of callouts.
struct Callouts {
    check: CallerCheck,
    worker: Arc<Worker>,
}

impl Endpoint {
    /// Starts the endpoint, and continues with the requests in its journal.
    ///
    /// # Errors
    /// If the journal cannot be opened, or an address is in use.
    pub async fn start(settings: Settings, policy: impl Policy) -> Result<Self, BoxError> {
        let limits = settings.limits;
        let client = reqwest::Client::builder()
            .timeout(limits.request_timeout)
            // A redirect would send the token or the credentials to another server.
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let journal = Journal::open(&settings.database)?;
        let (queue, requests) = mpsc::unbounded_channel();
        let worker = Arc::new(Worker {
            journal: journal.clone(),
            policy: Box::new(policy),
            sender: Sender::new(&settings, client.clone()),
            source: settings.source.clone(),
            limits,
            deliveries: Semaphore::new(limits.deliveries),
            slots: Arc::new(Semaphore::new(limits.requests)),
            queue,
        });
        let callout_listener = TcpListener::bind(settings.listen).await?;
        let page_listener = TcpListener::bind(settings.page).await?;
        let (callouts, page) = (callout_listener.local_addr()?, page_listener.local_addr()?);

        let open = journal.open_ids()?;
        tracing::info!(%callouts, %page, open = open.len(), "started");
        tokio::spawn(worker.wait_and_start(open, Duration::ZERO));
        let check = CallerCheck::new(&settings, client);
        let state = Arc::new(Callouts {
            check,
            worker: Arc::clone(&worker),
        });
        let router = Router::new()
            .route("/callout", post(accept))
            .layer(DefaultBodyLimit::max(limits.body_bytes))
            .layer(Extension(
                ReadOptions::client().max_depth(limits.body_depth),
            ))
            .route("/health", get(|| async { "ok\n" }))
            .with_state(state);
        let tasks = [
            tokio::spawn(Arc::clone(&worker).work(requests)),
            tokio::spawn(listener::serve(callout_listener, router, limits)),
            tokio::spawn(listener::serve(page_listener, page::router(worker), limits)),
        ];
        Ok(Endpoint {
            callouts,
            page,
            journal,
            tasks,
        })
    }

    /// Returns the URL for Entra.
    #[must_use]
    pub fn callout_url(&self) -> String {
        format!("http://{}/callout", self.callouts)
    }

    /// Returns the URL of the operator's page.
    #[must_use]
    pub fn page_url(&self) -> String {
        format!("http://{}/", self.page)
    }

    /// Returns the journal.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// Answers a callout, once it is in the journal.
async fn accept(
    State(state): State<Arc<Callouts>>,
    request: Request,
) -> Result<ODataJson<CustomExtensionCalloutResponse>, ErrorResponse> {
    // Before anything is read: an unknown caller costs nothing.
    state.check.check(request.headers()).await?;
    let record = Record::new(read(&state.worker, request).await?);
    let response = respond(&record);
    let id = record.id.clone();
    let slot = state.worker.slot().await;
    let inserted = state.worker.journal.insert(record.clone()).await;
    match inserted.map_err(|_| unavailable())? {
        Inserted::New => {
            tracing::info!(id, requestor = record.requestor(), "received");
            state.worker.start(id, slot);
        }
        // Entra did not get the response, or this is a replay. Nothing happens a second time.
        Inserted::Known(known) if known.is_same_callout(&record) => {
            tracing::info!(id, "received again");
        }
        Inserted::Known(_) => {
            tracing::warn!(id, "another callout has this id");
            let message = "Another callout has this customExtensionStageInstanceId.";
            let body = ODataError::new("Conflict", message)
                .with_target("/data/customExtensionStageInstanceId");
            return Err(ErrorResponse::new(StatusCode::CONFLICT, body));
        }
    }
    Ok(ODataJson(response))
}

async fn read(worker: &Worker, request: Request) -> Result<Callout, ErrorResponse> {
    let body = ODataJson::<CustomExtensionCalloutRequest>::from_request(request, &());
    let ODataJson(body) = timeout(worker.limits.read_timeout, body)
        .await
        .map_err(|_| ErrorResponse::without_body(StatusCode::REQUEST_TIMEOUT))??;
    Callout::of(body)
}

/// Returns the response: the answer follows, so it has no data.
fn respond(record: &Record) -> CustomExtensionCalloutResponse {
    CustomExtensionCalloutResponse {
        r#type: record.callout.stage.as_ref().map(|stage| stage.qualified()),
        ..CustomExtensionCalloutResponse::without_data("endpoint")
    }
}

/// Returns a response that asks the caller to try again.
pub(crate) fn unavailable() -> ErrorResponse {
    ErrorResponse::without_body(StatusCode::SERVICE_UNAVAILABLE).with_retry_after(5)
}
