//! Checks who calls.

use axum::http::{HeaderMap, StatusCode, header};
use jsonwebtoken::{Algorithm, Validation, decode, decode_header, errors::ErrorKind};
use odata_core::axum::ErrorResponse;
use serde::Deserialize;

use crate::{key_set::KeySet, server::unavailable, settings::Settings};

/// Accepts the bearer tokens that the identity provider issues to Entra's calling service, and no other ones.
pub struct CallerCheck {
    keys: KeySet,
    validation: Validation,
    caller: String,
}

/// The claims that `jsonwebtoken` does not check itself.
#[derive(Debug, Deserialize)]
struct Claims {
    /// The calling application, in tokens of version 2.0.
    azp: Option<String>,
    /// The calling application, in tokens of version 1.0.
    appid: Option<String>,
}

/// The maximum length of a token. Valid ones are much shorter.
const MAX_TOKEN: usize = 16 << 10;

impl CallerCheck {
    /// Creates a check. The keys of the issuer are fetched with the first token.
    #[must_use]
    pub fn new(settings: &Settings, client: reqwest::Client) -> Self {
        let mut validation = Validation::new(Algorithm::RS256);
        validation.set_issuer(&[settings.issuer()]);
        validation.set_audience(&[&settings.audience]);
        validation.set_required_spec_claims(&["aud", "exp", "iss"]);
        validation.validate_nbf = true;
        validation.leeway = 60;
        CallerCheck {
            keys: KeySet::new(settings.keys_url(), client),
            validation,
            caller: settings.caller.clone(),
        }
    }

    /// Checks the `Authorization` header. The reason of a refusal is in the log, but not in the response.
    ///
    /// # Errors
    /// 401 if the token is missing or invalid, 403 if another application has it, 503 if the issuer cannot be reached.
    pub async fn check(&self, headers: &HeaderMap) -> Result<(), ErrorResponse> {
        let unauthorized = |reason: &str| {
            tracing::warn!("refused a caller: {reason}");
            ErrorResponse::without_body(StatusCode::UNAUTHORIZED)
        };
        let token = bearer(headers).ok_or_else(|| unauthorized("no bearer token"))?;
        let header = decode_header(token).map_err(|error| unauthorized(&error.to_string()))?;
        if header.alg != Algorithm::RS256 {
            return Err(unauthorized("the algorithm is not RS256"));
        }
        let id = header.kid.ok_or_else(|| unauthorized("no key id"))?;
        let key = match self.keys.get(&id).await {
            Ok(Some(key)) => key,
            Ok(None) => return Err(unauthorized("unknown key id")),
            Err(error) => {
                tracing::error!("{error}");
                return Err(unavailable());
            }
        };
        let claims = match decode::<Claims>(token, &key, &self.validation) {
            Ok(token) => token.claims,
            Err(error) => return Err(unauthorized(reason(error.kind()))),
        };
        match claims.azp.or(claims.appid) {
            Some(caller) if caller == self.caller => Ok(()),
            Some(caller) => {
                tracing::warn!(caller, "refused another application");
                Err(ErrorResponse::without_body(StatusCode::FORBIDDEN))
            }
            None => Err(ErrorResponse::without_body(StatusCode::FORBIDDEN)),
        }
    }
}

/// Returns the token of a single `Authorization: Bearer`.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (value, None) = (values.next()?, values.next()) else {
        return None;
    };
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && token.len() <= MAX_TOKEN).then_some(token)
}

fn reason(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidSignature => "the signature is invalid",
        ErrorKind::InvalidIssuer => "another issuer",
        ErrorKind::InvalidAudience => "another audience",
        ErrorKind::ExpiredSignature => "the token has expired",
        ErrorKind::ImmatureSignature => "the token is not valid yet",
        ErrorKind::MissingRequiredClaim(_) => "a claim is missing",
        _ => "the token is invalid",
    }
}

impl std::fmt::Debug for CallerCheck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallerCheck")
            .field("caller", &self.caller)
            .finish_non_exhaustive()
    }
}
