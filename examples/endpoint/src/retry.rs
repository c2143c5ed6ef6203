//! When to try again, and how much of a response to read.

use std::time::Duration;

use reqwest::{Response, StatusCode, header};

use crate::{BoxError, settings::Limits};

/// Returns whether a later request may succeed: the service is overloaded or failed (Protocol 4.01 §9.4, RFC 6585 §4).
#[must_use]
pub fn is_transient(status: StatusCode) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS
        || status == StatusCode::REQUEST_TIMEOUT
        || status.is_server_error()
}

/// Returns the seconds in `Retry-After`. The form with a date is ignored, because the clocks of two machines differ.
#[must_use]
pub fn retry_after(response: &Response) -> Option<Duration> {
    let text = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?;
    Some(Duration::from_secs(text.trim().parse().ok()?))
}

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

/// Reads the body of a response, up to a limit.
///
/// # Errors
/// If the connection fails, or the body is longer.
pub async fn read_body(mut response: Response, limit: usize) -> Result<Vec<u8>, BoxError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > limit {
            return Err(format!("the response has more than {limit} bytes").into());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
