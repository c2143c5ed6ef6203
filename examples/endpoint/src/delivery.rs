//! Sends a decision to Microsoft Graph.

use std::time::Duration;

use http::StatusCode;
use odata_core::{
    edm::DateTimeOffset,
    graph::Resume,
    http::{Received, RequestBuilder, ResponseError},
};

use crate::{
    BoxError,
    record::{Decision, Outcome, Record},
    retry,
    settings::Settings,
    token_source::TokenSource,
};

/// The result of one attempt.
#[derive(Debug)]
pub enum Attempt {
    /// Graph accepted or finally rejected the answer.
    Ended(Outcome),
    /// A later attempt may succeed.
    Failed {
        /// The reason of the failure.
        reason: String,
        /// The time to wait that Graph demands.
        retry_after: Option<Duration>,
    },
}

/// Sends answers.
#[derive(Debug)]
pub struct Sender {
    client: reqwest::Client,
    graph: String,
    tokens: TokenSource,
}

/// The maximum size of an error body.
const MAX_BYTES: usize = 256 << 10;

impl Sender {
    /// Creates a sender.
    #[must_use]
    pub fn new(settings: &Settings, client: reqwest::Client) -> Self {
        Sender {
            tokens: TokenSource::new(settings, client.clone()),
            graph: settings.graph.clone(),
            client,
        }
    }

    /// Sends the answer once.
    pub async fn send(&self, record: &Record, decision: &Decision) -> Attempt {
        match self.request(record, decision).await {
            Ok(attempt) => attempt,
            Err(error) => Attempt::Failed {
                reason: error.to_string(),
                retry_after: None,
            },
        }
    }

    async fn request(&self, record: &Record, decision: &Decision) -> Result<Attempt, BoxError> {
        let token = self.tokens.token().await?;
        let url = format!("{}{}", self.graph, Resume::path(&record.request_id));
        let request = RequestBuilder::post(&url)
            .header("Authorization", &format!("Bearer {token}"))
            // For the support of Microsoft Graph: the same id in all attempts.
            .header("client-request-id", &record.id)
            .json_text(&*decision.answer)?;
        let response = self.client.execute(request.try_into()?).await?;
        let response = retry::receive(response, MAX_BYTES).await?;
        let (status, error) = match Received::check(&response) {
            Ok(_) => (response.status(), None),
            Err(error) => (error.status(), Some(error)),
        };
        if status == StatusCode::UNAUTHORIZED {
            self.tokens.forget(&token).await;
        }
        match error {
            Some(error) if error.is_transient() || status == StatusCode::UNAUTHORIZED => {
                Ok(Attempt::Failed {
                    reason: error.to_string(),
                    retry_after: error.retry_after(),
                })
            }
            error => Ok(Attempt::Ended(Outcome {
                accepted: error.is_none(),
                status: status.as_u16().into(),
                message: error.map(|error| message(&error)),
                ended: DateTimeOffset::now(),
            })),
        }
    }
}

/// Proxies in front of a service send other bodies.
fn message(error: &ResponseError) -> String {
    match error.odata_error() {
        Some(error) => error.to_string(),
        None => "no OData error".to_owned(),
    }
}
