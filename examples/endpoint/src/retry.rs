//! When to try again, and how much of a response to read.

use std::time::Duration;

use http::Response;

use crate::{BoxError, settings::Limits};

/// Returns the time to wait after the given number of failures: what the service demands, otherwise twice as long each time.
#[must_use]
pub fn wait(limits: &Limits, failures: u32, retry_after: Option<Duration>) -> Duration {
    let doubled = 2_u32
        .checked_pow(failures.saturating_sub(1))
        .and_then(|factor| limits.first_wait.checked_mul(factor));
    retry_after
        .or(doubled)
        .unwrap_or(limits.longest_wait)
        .min(limits.longest_wait)
}

/// Receives a whole response, up to a limit.
///
/// # Errors
/// If the connection fails, or the body is longer.
pub async fn receive(
    response: reqwest::Response,
    limit: usize,
) -> Result<Response<Vec<u8>>, BoxError> {
    let (status, headers) = (response.status(), response.headers().clone());
    let mut received = Response::new(read_body(response, limit).await?);
    *received.status_mut() = status;
    *received.headers_mut() = headers;
    Ok(received)
}

/// Reads the body of a response, up to a limit.
///
/// # Errors
/// If the connection fails, or the body is longer.
pub async fn read_body(mut response: reqwest::Response, limit: usize) -> Result<Vec<u8>, BoxError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > limit {
            return Err(format!("the response has more than {limit} bytes").into());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
