//! The endpoint's own token for Microsoft Graph.

use std::time::{Duration, Instant};

use serde::Deserialize;
use tokio::sync::Mutex;

use crate::{
    BoxError,
    retry::read_body,
    settings::{Secret, Settings},
};

/// The time before its expiry at which a token is replaced, because the request that uses it takes time.
const MARGIN: Duration = Duration::from_secs(60);
/// The maximum size of a response.
const MAX_BYTES: usize = 64 << 10;

/// Fetches tokens with client credentials (RFC 6749 §4.4), and returns them until they expire.
#[derive(Debug)]
pub struct TokenSource {
    client: reqwest::Client,
    url: String,
    client_id: String,
    client_secret: Secret,
    scope: String,
    token: Mutex<Option<Token>>,
}

#[derive(Debug)]
struct Token {
    text: Secret,
    expires: Instant,
}

#[derive(Deserialize)]
struct TokenResponse {
    access_token: String,
    expires_in: u64,
}

impl TokenSource {
    /// Creates a source without a token.
    #[must_use]
    pub fn new(settings: &Settings, client: reqwest::Client) -> Self {
        TokenSource {
            client,
            url: settings.token_url(),
            client_id: settings.client_id.clone(),
            client_secret: settings.client_secret.clone(),
            scope: settings.scope(),
            token: Mutex::new(None),
        }
    }

    /// Returns a valid token.
    ///
    /// # Errors
    /// If the identity provider cannot be reached or rejects the credentials.
    pub async fn token(&self) -> Result<String, BoxError> {
        let mut token = self.token.lock().await;
        if let Some(token) = &*token
            && Instant::now() + MARGIN < token.expires
        {
            return Ok(token.text.0.clone());
        }
        let new = self.fetch().await?;
        let text = new.text.0.clone();
        *token = Some(new);
        Ok(text)
    }

    /// Forgets a token that a service rejected, unless another task has replaced it.
    pub async fn forget(&self, rejected: &str) {
        let mut token = self.token.lock().await;
        if token.as_ref().is_some_and(|it| it.text.0 == rejected) {
            *token = None;
        }
    }

    async fn fetch(&self) -> Result<Token, BoxError> {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &*self.client_id),
            ("client_secret", &*self.client_secret.0),
            ("scope", &*self.scope),
        ];
        let response = self.client.post(&self.url).form(&form).send().await?;
        let status = response.status();
        if !status.is_success() {
            return Err(format!("the identity provider responds with {status}").into());
        }
        let response: TokenResponse =
            serde_json::from_slice(&read_body(response, MAX_BYTES).await?)?;
        Ok(Token {
            text: Secret(response.access_token),
            expires: Instant::now() + Duration::from_secs(response.expires_in.min(86_400)),
        })
    }
}
