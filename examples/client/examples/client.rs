//! The client as a program.
//!
//! ```text
//! cargo run --example client -- --demo   # everything, against a service on loopback
//! CLIENT_ROOT=https://graph.microsoft.com/v1.0 CLIENT_TOKEN=... cargo run --example client
//! ```
//!
//! Without `--demo`, it prints the users of a real service, and keeps a copy of them in the file `users.json`.

use std::{env, path::Path, process::ExitCode};

use client::{BoxError, demo, service::Service};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [argument] if argument == "--demo" => run_demo().await,
        [] => run().await,
        _ => Err("unknown arguments: write `--demo` or nothing".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run_demo() -> Result<(), BoxError> {
    let file = env::temp_dir().join(format!("client-{}.json", std::process::id()));
    let result = demo::run(&file).await;
    // Without the file, the demo failed before it wrote one.
    let _ = std::fs::remove_file(file);
    result
}

async fn run() -> Result<(), BoxError> {
    let root = env::var("CLIENT_ROOT").map_err(|_| "the variable `CLIENT_ROOT` is required")?;
    let service = Service::new(&root, env::var("CLIENT_TOKEN").ok())?;
    demo::names(&service).await?;
    demo::synchronize(&service, Path::new("users.json")).await
}
