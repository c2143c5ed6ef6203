//! Answers a callout of Microsoft Entra: reads a `customExtensionCalloutRequest`, and prints the request that resumes the access
//! package assignment request it is about.
//!
//! ```text
//! cargo run --example resume                                        # a callout that is built in
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
    arguments::{Arguments, Asked},
    callout::Callout,
    problem::Problem,
};

fn main() -> ExitCode {
    let output = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => Ok(arguments::HELP.to_owned()),
        Ok(Asked::Answer(arguments)) => run(&arguments),
        Err(problems) => Err(problems),
    };
    match output.map(|text| io::stdout().write_all(text.as_bytes())) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => fail(&[Problem::new(format!("standard output: {error}"))]),
        Err(problems) => fail(&problems),
    }
}

/// The request as text, or everything that is wrong: with the callout, and with what would be sent.
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
    // Where standard error is closed, there is no one left to tell.
    let _ = io::stderr().write_all(text.as_bytes());
    ExitCode::FAILURE
}
