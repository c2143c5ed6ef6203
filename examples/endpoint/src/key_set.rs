//! The public keys of the identity provider.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};

use jsonwebtoken::{
    DecodingKey,
    jwk::{AlgorithmParameters, JwkSet},
};
use tokio::sync::Mutex;

use crate::BoxError;

/// The age at which the keys are fetched again. A provider changes its keys every few weeks, and in an emergency at once.
const MAX_AGE: Duration = Duration::from_secs(3600);
/// The time between two fetches: tokens with invented key ids must not make the endpoint call the provider each time.
const MIN_WAIT: Duration = Duration::from_secs(30);
/// The maximum size of the document.
const MAX_BYTES: usize = 1 << 20;

type Keys = Arc<HashMap<String, DecodingKey>>;

/// The public keys, fetched when they are needed.
pub(crate) struct KeySet {
    url: String,
    client: reqwest::Client,
    keys: RwLock<(Keys, Option<Instant>)>,
    last_attempt: Mutex<Option<Instant>>,
}

impl KeySet {
    pub(crate) fn new(url: String, client: reqwest::Client) -> Self {
        KeySet {
            url,
            client,
            keys: RwLock::default(),
            last_attempt: Mutex::new(None),
        }
    }

    /// Returns the key with this id, or `None` if the provider has no such key.
    ///
    /// # Errors
    /// If there are no keys, because the provider cannot be reached.
    pub(crate) async fn get(&self, id: &str) -> Result<Option<DecodingKey>, BoxError> {
        let (keys, fetched) = self.current();
        let is_fresh = fetched.is_some_and(|at| at.elapsed() < MAX_AGE);
        if is_fresh && let Some(key) = keys.get(id) {
            return Ok(Some(key.clone()));
        }
        self.refresh().await;
        match self.current() {
            (_, None) => Err("the keys of the issuer are not available".into()),
            (keys, Some(_)) => Ok(keys.get(id).cloned()),
        }
    }

    fn current(&self) -> (Keys, Option<Instant>) {
        match self.keys.read() {
            Ok(keys) => keys.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }

    /// Fetches the keys, unless that was tried recently. Only one task fetches, the others wait for it.
    async fn refresh(&self) {
        let mut last_attempt = self.last_attempt.lock().await;
        let has_keys = self.current().1.is_some();
        let wait = if has_keys {
            MIN_WAIT
        } else {
            Duration::from_secs(1)
        };
        if last_attempt.is_some_and(|at| at.elapsed() < wait) {
            return;
        }
        match self.fetch().await {
            Ok(keys) => {
                tracing::info!(keys = keys.len(), "fetched the keys of the issuer");
                let fetched = (Arc::new(keys), Some(Instant::now()));
                match self.keys.write() {
                    Ok(mut keys) => *keys = fetched,
                    Err(poisoned) => *poisoned.into_inner() = fetched,
                }
            }
            // The old keys stay valid: an outage of the provider must not become one of the endpoint.
            Err(error) => tracing::warn!("cannot fetch the keys of the issuer: {error}"),
        }
        *last_attempt = Some(Instant::now());
    }

    async fn fetch(&self) -> Result<HashMap<String, DecodingKey>, BoxError> {
        let response = self.client.get(&self.url).send().await?;
        let bytes = crate::retry::read_body(response.error_for_status()?, MAX_BYTES).await?;
        let set: JwkSet = serde_json::from_slice(&bytes)?;
        let mut keys = HashMap::new();
        for key in &set.keys {
            // Keys of other kinds cannot verify RS256.
            if let (Some(id), AlgorithmParameters::RSA(_)) = (&key.common.key_id, &key.algorithm) {
                keys.insert(id.clone(), DecodingKey::from_jwk(key)?);
            }
        }
        Ok(keys)
    }
}
