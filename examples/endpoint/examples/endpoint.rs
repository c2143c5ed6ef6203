//! The endpoint as a program.
//!
//! ```text
//! cargo run --example endpoint -- --demo           # the whole flow on loopback
//! cargo run --example endpoint -- --demo --serve   # and then the operator's page
//! cargo run --example endpoint                     # yours; `--help` lists the settings
//! ```

use std::{env, process::ExitCode};

use endpoint::{demo, program, settings};

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
    program::log(if has("--demo") { "off" } else { "info" });
    let result = if has("--demo") {
        demo::run(has("--serve")).await
    } else {
        program::serve().await
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
