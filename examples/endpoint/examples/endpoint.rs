//! The endpoint as a program.
//!
//! ```text
//! cargo run --example endpoint -- --demo           # the whole flow on loopback
//! cargo run --example endpoint -- --demo --serve   # and then the operator's page
//! cargo run --example endpoint                     # yours; `--help` lists the settings
//! ```

use std::{env, io::Write, process::ExitCode};

use endpoint::{BoxError, Endpoint, Settings, demo, policy::Answer, record::Record, settings};
use tracing_subscriber::EnvFilter;

const USAGE: &str = "\
Answers the callouts of Microsoft Entra to a custom extension of an access package.

Usage: endpoint [--demo [--serve]]

  --demo    Run the whole flow against mocks of Entra and Microsoft Graph on loopback, and end.
  --serve   Go on serving the operator's page of the demo.
  --help    Print this text.
";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|it| it == name);
    if let Some(unknown) = arguments
        .iter()
        .find(|it| !["--demo", "--serve", "--help"].contains(&&***it))
    {
        eprintln!("unknown argument `{unknown}`: `--help` lists the options");
        return ExitCode::FAILURE;
    }
    if has("--help") {
        println!("{USAGE}\n{}", settings::HELP);
        return ExitCode::SUCCESS;
    }
    let level = if has("--demo") { "off" } else { "info" };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let result = if has("--demo") {
        demo::run(has("--serve")).await
    } else {
        serve().await
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), BoxError> {
    let policy = match env::var("ENDPOINT_POLICY").as_deref() {
        Ok("approve") => |_: &Record| Answer::approve(),
        Ok("ask" | "") | Err(env::VarError::NotPresent) => |_: &Record| Answer::AskOperator,
        _ => return Err("`ENDPOINT_POLICY` must be `ask` or `approve`".into()),
    };
    let endpoint = Endpoint::start(Settings::from_env()?, policy).await?;
    // For programs that let the endpoint choose its ports.
    let mut stdout = std::io::stdout().lock();
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
