//! A mock of the identity provider, on loopback.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use axum::{
    Form, Json, Router,
    extract::State,
    http::StatusCode,
    routing::{get, post},
};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{BoxError, listener, settings::Limits};

/// A key of the demo and the tests. Nothing else trusts it.
const KEY: &str = include_str!("key.pem");
/// The public part of the key.
const MODULUS: &str = concat!(
    "qXqUAWkHQ5LBaq5n3KJA02VNeqF0MSBTpG9Yx-zHIISZuHYc1Sz5nHKLnhMbN2VqMzBvrEDQ5X20r22B6ujq-g3ecPnZZvrcmiGz",
    "zfF-WWjjiuf6Y3Wp3UCB-N5WX5roovgNeOYpduSkQUxOb5lteOlku8APKF3p1kmzv5cPC0xhJUheAZ6dAGE_04fOCk7uTZmP355T",
    "-Spv-vOorSqnqM9OF4LjONzA5g2ECpWYdxWgcADFjz8J3awWYlhnmPvrRTHPXg69H85ifv8pZOooVDCCaQVLuoOINOin44Ze40nh",
    "gSVXU2R7oPo7QkTb9CYhJ4BuGWRHKIwCCPArqhpb9Q",
);

/// The tenant of the mock.
const TENANT: &str = "/3f0b5a52-6a5e-4d83-9f2b-0f8a4f6f1d11";
/// The audience of the mock's tokens.
pub const AUDIENCE: &str = "api://endpoint.example/5e60a7ff";
/// The calling application in the mock's tokens.
pub const CALLER: &str = "0f8a4f6f-3d2c-4b1a-9c8d-7e6f5a4b3c2d";
/// The credentials that the mock accepts.
pub const CLIENT: (&str, &str) = ("endpoint-client", "endpoint-secret");

/// A running identity provider. It stops when it is dropped.
#[derive(Debug)]
pub struct Issuer {
    address: SocketAddr,
    issued: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

impl Issuer {
    /// Starts the provider on a free port.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start() -> Result<Self, BoxError> {
        let issued = Arc::new(AtomicU64::new(0));
        let tenant = Router::new()
            .route("/discovery/v2.0/keys", get(keys))
            .route("/oauth2/v2.0/token", post(token))
            .with_state(Arc::clone(&issued));
        let router = Router::new().nest(TENANT, tenant);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(listener::serve(listener, router, Limits::default()));
        Ok(Issuer {
            address,
            issued,
            task,
        })
    }

    /// Returns the URL of the tenant.
    #[must_use]
    pub fn authority(&self) -> String {
        format!("http://{}{TENANT}", self.address)
    }

    /// Returns the number of tokens that were issued for client credentials.
    #[must_use]
    pub fn issued(&self) -> u64 {
        self.issued.load(Ordering::SeqCst)
    }

    /// Returns the claims of a valid caller.
    #[must_use]
    pub fn claims(&self) -> Map<String, Value> {
        let now = unix_time();
        [
            ("iss", format!("{}/v2.0", self.authority()).into()),
            ("aud", AUDIENCE.into()),
            ("azp", CALLER.into()),
            ("iat", now.into()),
            ("nbf", now.into()),
            ("exp", (now + 3600).into()),
        ]
        .into_iter()
        .map(|(name, value): (&str, Value)| (name.to_owned(), value))
        .collect()
    }

    /// Returns a token with these claims.
    ///
    /// # Errors
    /// If the claims cannot be signed.
    pub fn sign(&self, claims: &Map<String, Value>) -> Result<String, BoxError> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some("demo".to_owned());
        let key = EncodingKey::from_rsa_pem(KEY.as_bytes())?;
        Ok(encode(&header, claims, &key)?)
    }
}

impl Drop for Issuer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Returns the seconds since 1970.
#[must_use]
pub fn unix_time() -> u64 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or(Duration::ZERO)
        .as_secs()
}

async fn keys() -> Json<Value> {
    Json(json!({ "keys": [
        { "kty": "EC", "crv": "P-256", "kid": "unused", "x": "AA", "y": "AA" },
        { "kty": "RSA", "use": "sig", "kid": "demo", "n": MODULUS, "e": "AQAB" },
    ] }))
}

#[derive(Deserialize)]
struct Credentials {
    grant_type: String,
    client_id: String,
    client_secret: String,
    scope: String,
}

async fn token(
    State(issued): State<Arc<AtomicU64>>,
    Form(form): Form<Credentials>,
) -> (StatusCode, Json<Value>) {
    let is_valid = form.grant_type == "client_credentials"
        && (&*form.client_id, &*form.client_secret) == CLIENT
        && form.scope.ends_with("/.default");
    if !is_valid {
        return (
            StatusCode::UNAUTHORIZED,
            Json(json!({ "error": "invalid_client" })),
        );
    }
    let number = issued.fetch_add(1, Ordering::SeqCst);
    let body = json!({
        "token_type": "Bearer",
        "expires_in": 3599,
        "access_token": format!("graph-{number}"),
    });
    (StatusCode::OK, Json(body))
}
