//! Sends a decision to Microsoft Graph.

use std::time::Duration;

use odata_core::{ODataError, graph::Resume, json};
use reqwest::{StatusCode, header};

use crate::{
    BoxError,
    record::{Decision, Outcome, Record, now},
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
        /// What happened.
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
        let response = self
            .client
            .post(url)
            .bearer_auth(&token)
            .header(header::CONTENT_TYPE, "application/json")
            // For the support of Microsoft Graph: the same id in all attempts.
            .header("client-request-id", &record.id)
            .body(decision.answer.clone())
            .send()
            .await?;
        let status = response.status();
        if status == StatusCode::UNAUTHORIZED {
            self.tokens.forget(&token).await;
        }
        let retry_after = retry::retry_after(&response);
        let message = if status.is_success() {
            None
        } else {
            Some(message(&retry::read_body(response, MAX_BYTES).await?))
        };
        if retry::is_transient(status) || status == StatusCode::UNAUTHORIZED {
            return Ok(Attempt::Failed {
                reason: format!("{status}: {}", message.unwrap_or_default()),
                retry_after,
            });
        }
        Ok(Attempt::Ended(Outcome {
            accepted: status.is_success(),
            status: status.as_u16().into(),
            message,
            ended: now(),
        }))
    }
}

/// Returns the text of an error body. Proxies in front of a service send other bodies.
fn message(body: &[u8]) -> String {
    match json::from_slice::<ODataError>(body) {
        Ok(error) => error.to_string(),
        Err(_) => "no OData error".to_owned(),
    }
}
