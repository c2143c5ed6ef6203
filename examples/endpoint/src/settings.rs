//! The settings of an installation.

use std::{env, net::SocketAddr, path::PathBuf, time::Duration};

use crate::BoxError;

/// The environment variables of the endpoint.
pub const HELP: &str = "\
Environment:
  ENDPOINT_AUTHORITY      Required. https://login.microsoftonline.com/ and the id of your tenant.
  ENDPOINT_AUDIENCE       Required. The application id URI of this endpoint, `aud` of the callers' tokens.
  ENDPOINT_CALLER         Required. The application id of Entra's calling service, `azp` or `appid` of its tokens.
  ENDPOINT_CLIENT_ID      Required. The application that calls Microsoft Graph.
  ENDPOINT_CLIENT_SECRET  Required. Its secret.
  ENDPOINT_GRAPH          Default: https://graph.microsoft.com/v1.0
  ENDPOINT_SOURCE         The sender of the answers. Default: endpoint
  ENDPOINT_DATABASE       Default: endpoint.redb
  ENDPOINT_LISTEN         The address for Entra, behind a proxy with TLS. Default: 127.0.0.1:8080
  ENDPOINT_PAGE           The address of the operator's page, which has no login: a loopback address. Default: 127.0.0.1:8081
  ENDPOINT_POLICY         `ask`: an operator decides. `approve`: every request is approved. Default: ask
  RUST_LOG                Default: info
";

/// The settings of an installation.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address for Entra.
    pub listen: SocketAddr,
    /// The address of the operator's page.
    pub page: SocketAddr,
    /// The file of the journal.
    pub database: PathBuf,
    /// The tenant at the identity provider, a URL without a slash at the end.
    pub authority: String,
    /// The expected `aud` of a caller's token.
    pub audience: String,
    /// The expected `azp` or `appid` of a caller's token.
    pub caller: String,
    /// The service root of Microsoft Graph, a URL without a slash at the end.
    pub graph: String,
    /// The application that calls Microsoft Graph.
    pub client_id: String,
    /// The secret of the application.
    pub client_secret: Secret,
    /// The sender of the answers.
    pub source: String,
    /// The limits.
    pub limits: Limits,
}

/// The limits that keep one caller from using up the endpoint.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The maximum size of a callout in bytes.
    pub body_bytes: usize,
    /// The maximum depth of a callout.
    pub body_depth: u16,
    /// The time for the headers of a request, and again for its body.
    pub read_timeout: Duration,
    /// The number of connections.
    pub connections: usize,
    /// The number of requests that are processed at the same time: they wait for the policy, the journal or their delivery.
    pub requests: usize,
    /// The longest time that a callout waits until fewer requests are being processed. It is accepted afterwards in any case.
    pub longest_slot_wait: Duration,
    /// The number of deliveries at the same time.
    pub deliveries: usize,
    /// The time for one request to Graph or to the identity provider.
    pub request_timeout: Duration,
    /// The wait after the first failed delivery, which doubles with each further one.
    pub first_wait: Duration,
    /// The longest wait between deliveries, also if `Retry-After` has a longer one.
    pub longest_wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            body_bytes: 1 << 20,
            body_depth: 32,
            read_timeout: Duration::from_secs(10),
            connections: 4096,
            requests: 1024,
            longest_slot_wait: Duration::from_secs(2),
            deliveries: 128,
            request_timeout: Duration::from_secs(30),
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(300),
        }
    }
}

/// A text that is never printed.
#[derive(Clone)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(...)")
    }
}

impl Settings {
    /// Reads the settings from the environment.
    ///
    /// # Errors
    /// If a required variable is missing, or a value is invalid.
    pub fn from_env() -> Result<Self, BoxError> {
        let settings = Settings {
            listen: address("ENDPOINT_LISTEN", "127.0.0.1:8080")?,
            page: address("ENDPOINT_PAGE", "127.0.0.1:8081")?,
            database: or_default("ENDPOINT_DATABASE", "endpoint.redb")?.into(),
            authority: url(&required("ENDPOINT_AUTHORITY")?),
            audience: required("ENDPOINT_AUDIENCE")?,
            caller: required("ENDPOINT_CALLER")?,
            graph: url(&or_default(
                "ENDPOINT_GRAPH",
                "https://graph.microsoft.com/v1.0",
            )?),
            client_id: required("ENDPOINT_CLIENT_ID")?,
            client_secret: Secret(required("ENDPOINT_CLIENT_SECRET")?),
            source: or_default("ENDPOINT_SOURCE", "endpoint")?,
            limits: Limits::default(),
        };
        if settings.page.ip().is_loopback() {
            Ok(settings)
        } else {
            Err("`ENDPOINT_PAGE` must be a loopback address: the page has no login".into())
        }
    }

    /// Returns the issuer of the callers' tokens.
    #[must_use]
    pub fn issuer(&self) -> String {
        format!("{}/v2.0", self.authority)
    }

    /// Returns the URL of the issuer's public keys.
    #[must_use]
    pub fn keys_url(&self) -> String {
        format!("{}/discovery/v2.0/keys", self.authority)
    }

    /// Returns the URL for client credentials.
    #[must_use]
    pub fn token_url(&self) -> String {
        format!("{}/oauth2/v2.0/token", self.authority)
    }

    /// Returns the scope of the endpoint's own token: `/.default` at the root of Graph's host.
    #[must_use]
    pub fn scope(&self) -> String {
        let host = self.graph.split('/').take(3).collect::<Vec<_>>().join("/");
        format!("{host}/.default")
    }
}

fn url(text: &str) -> String {
    text.trim_end_matches('/').to_owned()
}

fn required(name: &str) -> Result<String, BoxError> {
    optional(name)?.ok_or_else(|| format!("the variable `{name}` is required").into())
}

fn or_default(name: &str, default: &str) -> Result<String, BoxError> {
    Ok(optional(name)?.unwrap_or_else(|| default.to_owned()))
}

fn optional(name: &str) -> Result<Option<String>, BoxError> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(error) => Err(format!("`{name}`: {error}").into()),
    }
}

fn address(name: &str, default: &str) -> Result<SocketAddr, BoxError> {
    let text = or_default(name, default)?;
    text.parse().map_err(|_| {
        format!("`{name}` is `{text}`: write an address and a port, such as `{default}`").into()
    })
}
