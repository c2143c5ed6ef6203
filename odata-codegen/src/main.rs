//! `odata-codegen`: Rust from a service's `$metadata`, on the command line.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
