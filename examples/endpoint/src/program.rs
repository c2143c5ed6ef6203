//! The endpoint as a program, with its settings in the environment.

use std::{
    env,
    io::{self, Write},
};

use tracing_subscriber::EnvFilter;

use crate::{BoxError, Endpoint, Settings, policy::Answer, record::Record};

/// Writes events to the standard error. `RUST_LOG` replaces the level.
pub fn log(level: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .init();
}

/// Serves until Ctrl-C.
///
/// # Errors
/// If a setting is invalid, or the endpoint cannot start.
pub async fn serve() -> Result<(), BoxError> {
    let policy = match env::var("ENDPOINT_POLICY").as_deref() {
        Ok("approve") => |_: &Record| Answer::approve(),
        Ok("ask" | "") | Err(env::VarError::NotPresent) => |_: &Record| Answer::AskOperator,
        _ => return Err("`ENDPOINT_POLICY` must be `ask` or `approve`".into()),
    };
    let endpoint = Endpoint::start(Settings::from_env()?, policy).await?;
    // For programs that let the endpoint choose its ports.
    let mut stdout = io::stdout().lock();
    writeln!(
        stdout,
        "{}\n{}",
        endpoint.callout_url(),
        endpoint.page_url()
    )?;
    drop(stdout);
    tokio::signal::ctrl_c().await?;
    Ok(())
}
