//! `odata-codegen`: Rust from a service's `$metadata`, on the command line.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
