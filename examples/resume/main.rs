//! Answers a callout of Microsoft Entra: reads a `customExtensionCalloutRequest` and prints the request that resumes its access
//! package assignment request.
//!
//! ```text
//! cargo run --example resume                                        # a built-in sample
//! cargo run --example resume -- callout.json --deny --detail "No"   # yours
//! cargo run --example resume -- --help
//! ```

mod answer;
mod arguments;
mod callout;
mod input;
mod problem;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::{
    arguments::{Arguments, Command},
    callout::Callout,
    problem::Problem,
};

fn main() -> ExitCode {
    let output = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => Ok(arguments::HELP.to_owned()),
        Ok(Command::Answer(arguments)) => run(&arguments),
        Err(problems) => Err(problems),
    };
    match output.map(|text| io::stdout().write_all(text.as_bytes())) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => fail(&[Problem::new(format!("standard output: {error}"))]),
        Err(problems) => fail(&problems),
    }
}

/// Returns the request as text, or all problems of the callout and of the answer.
fn run(arguments: &Arguments) -> Result<String, Vec<Problem>> {
    let text = input::read(&arguments.input).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let callout = Callout::read(&text, &mut problems);
    let request = callout.and_then(|it| answer::request(&it, arguments, &mut problems));
    match request {
        Some(request) if problems.is_empty() => Ok(request),
        _ => Err(problems),
    }
}

fn fail(problems: &[Problem]) -> ExitCode {
    let text: String = problems.iter().map(|it| format!("{it}\n")).collect();
    // If standard error is closed, the exit code still reports the failure.
    let _ = io::stderr().write_all(text.as_bytes());
    ExitCode::FAILURE
}
