//! The endpoint under load, and killed again and again.
//!
//! ```text
//! cargo run --release --example soak -- load 300 1000   # seconds, callouts at the same time
//! cargo run --release --example soak -- kills 100
//! ```
//!
//! The endpoint is a process of its own, the mocks of Entra and Microsoft Graph are in this one. `load` fails if a callout is lost, if one is
//! delivered twice, or if the memory of the endpoint grows. `kills` fails if a decision is lost or delivered with another content.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for people"
)]

mod kills;
mod ledger;
mod load;
mod random;

use std::{
    env, io,
    path::Path,
    process::{Command, ExitCode},
    time::Duration,
};

use endpoint::{
    demo::{Mocks, Process, callout},
    program,
};
use reqwest::{Client, StatusCode, header};

const USAGE: &str = "write `load SECONDS CALLOUTS` or `kills COUNT`";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        // The process with the endpoint.
        ["serve"] => program::serve().await,
        ["load", seconds, callouts] => match (seconds.parse(), callouts.parse()) {
            (Ok(seconds), Ok(callouts)) => load::run(Duration::from_secs(seconds), callouts).await,
            _ => Err(USAGE.into()),
        },
        ["kills", count] => match count.parse() {
            Ok(count) => kills::run(count).await,
            Err(_) => Err(USAGE.into()),
        },
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Starts this program as the endpoint.
fn start(mocks: &Mocks, folder: &Path, policy: &str, source: &str) -> io::Result<Process> {
    let mut program = Command::new(env::current_exe()?);
    program.arg("serve");
    Process::start(program, mocks, folder, policy, source)
}

/// Calls the endpoint as Entra does.
#[derive(Clone)]
struct Entra {
    client: Client,
    url: String,
    authorization: String,
}

impl Entra {
    /// Sends the callout with this number.
    async fn call(&self, number: u64) -> Result<StatusCode, reqwest::Error> {
        let body = callout(
            number,
            "assignmentRequestCreated",
            "Ada Lovelace",
            "Archive",
        );
        let request = self
            .client
            .post(&self.url)
            .header(header::AUTHORIZATION, &self.authorization)
            .header(header::CONTENT_TYPE, "application/json");
        let response = request.body(body).send().await?;
        let status = response.status();
        // The connection can be used again once the body is read.
        response.bytes().await?;
        Ok(status)
    }
}
