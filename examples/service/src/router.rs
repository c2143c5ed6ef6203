//! The routes of the service.

use std::net::SocketAddr;

use axum::{Router, http::StatusCode, routing::get};
use odata_core::axum::ErrorResponse;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    BoxError,
    documents::{Documents, metadata, service_document},
    products,
    request::error,
    store::Store,
};

/// Returns the routes.
///
/// # Errors
/// If the model is not valid.
pub fn router(store: Store) -> Result<Router, BoxError> {
    Ok(Router::new()
        .route("/", get(service_document))
        .route("/$metadata", get(metadata).with_state(Documents::new()?))
        .route("/Products", get(products::list).post(products::create))
        .route(
            "/{entity}",
            get(products::read)
                .patch(products::change)
                .delete(products::delete),
        )
        .fallback(unknown)
        .method_not_allowed_fallback(not_allowed)
        .with_state(store))
}

async fn unknown() -> ErrorResponse {
    error(
        StatusCode::NOT_FOUND,
        "NotFound",
        "There is no such resource.",
    )
}

async fn not_allowed() -> ErrorResponse {
    error(
        StatusCode::METHOD_NOT_ALLOWED,
        "MethodNotAllowed",
        "The resource has no such operation.",
    )
}

/// A running service. It stops when it is dropped.
#[derive(Debug)]
pub struct Running {
    /// The address that it listens on.
    pub address: SocketAddr,
    task: JoinHandle<Result<(), std::io::Error>>,
}

impl Running {
    /// Starts the service.
    ///
    /// # Errors
    /// If the address is in use, or the model is not valid.
    pub async fn start(address: &str, store: Store) -> Result<Self, BoxError> {
        let router = router(store)?;
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Running { address, task })
    }

    /// Waits until the service fails.
    ///
    /// # Errors
    /// The reason.
    pub async fn wait(mut self) -> Result<(), BoxError> {
        Ok((&mut self.task).await??)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}
