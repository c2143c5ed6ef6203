//! The command line.

use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
};

use odata_core::graph::AccessPackageRequestState;

use crate::problem::Problem;

/// The text of `--help`.
pub(crate) const HELP: &str = "\
Answers a callout of Microsoft Entra: prints the request that resumes an access package assignment request.

Usage: resume [FILE] [--approve | --deny | --cancel] [--detail TEXT] [--source TEXT]

  FILE           The callout, a customExtensionCalloutRequest in JSON; `-` is standard input.
                 Default: the input of a pipe, otherwise a built-in sample.

  --approve      Approve the request. This is the default.
  --deny         Deny the request. Valid at the stage assignmentRequestCreated only.
  --cancel       Cancel the request. Valid at the stage assignmentRequestCreated only.
  --detail TEXT  Details for the people who read the answer.
  --source TEXT  The sender of the answer. Default: the source of the callout.
  --help         Print this text.

Prints a request line, an empty line and the validated JSON body. Send them to https://graph.microsoft.com/v1.0 with a
bearer token; the expected response is 204.

If the callout or the answer is invalid, nothing is printed and the exit code is 1. Each problem is a line on standard
error with the document and the JSON pointer:

  $ resume --deny approved.json
  answer /data/state: requires that `stage` is `assignmentRequestCreated`: it is `assignmentRequestApproved`
";

/// The command that the arguments select.
#[derive(Debug)]
pub(crate) enum Command {
    /// Print the help.
    Help,
    /// Answer a callout.
    Answer(Arguments),
}

/// The arguments of an answer.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// The source of the callout.
    pub input: Input,
    /// The decision, if the command line has one.
    pub decision: Option<Decision>,
    /// Details for people.
    pub detail: Option<String>,
    /// The sender of the answer.
    pub source: Option<String>,
}

/// The source of the callout.
#[derive(Debug, Default)]
pub(crate) enum Input {
    /// A pipe or the sample.
    #[default]
    Default,
    /// `-`.
    Standard,
    /// A file.
    File(PathBuf),
}

/// The decision about the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Approved.
    Approve,
    /// Denied.
    Deny,
    /// Canceled.
    Cancel,
}

impl Decision {
    /// Returns the state that the answer requests; an approval requests none.
    pub(crate) fn state(self) -> Option<AccessPackageRequestState> {
        match self {
            Decision::Approve => None,
            Decision::Deny => Some(AccessPackageRequestState::Denied),
            Decision::Cancel => Some(AccessPackageRequestState::Canceled),
        }
    }

    fn option(self) -> &'static str {
        match self {
            Decision::Approve => "--approve",
            Decision::Deny => "--deny",
            Decision::Cancel => "--cancel",
        }
    }
}

/// Parses the whole command line and reports all problems.
pub(crate) fn parse(words: impl Iterator<Item = OsString>) -> Result<Command, Vec<Problem>> {
    let mut words = words.peekable();
    let mut arguments = Arguments::default();
    let mut problems = Vec::new();
    while let Some(word) = words.next() {
        // Options are Unicode; file names need not be.
        let text = word.to_str().unwrap_or_default();
        let (option, attached) = match text.split_once('=') {
            Some((option, value)) if option.starts_with("--") => (option, Some(value)),
            _ => (text, None),
        };
        match option {
            "--help" | "-h" => return Ok(Command::Help),
            "--approve" => set_decision(Decision::Approve, &mut arguments, &mut problems),
            "--deny" => set_decision(Decision::Deny, &mut arguments, &mut problems),
            "--cancel" => set_decision(Decision::Cancel, &mut arguments, &mut problems),
            "--detail" | "--source" => {
                let value = match attached {
                    Some(value) => Some(value.to_owned()),
                    None => words
                        .next_if(|next| !next.as_encoded_bytes().starts_with(b"--"))
                        .and_then(|it| it.into_string().ok()),
                };
                if value.is_none() {
                    problems.push(Problem::new(format!(
                        "`{option}` requires a text: write `{option} \"...\"`"
                    )));
                }
                match option {
                    "--detail" => arguments.detail = value,
                    _ => arguments.source = value,
                }
            }
            "-" => set_input(Input::Standard, &word, &mut arguments, &mut problems),
            _ if text.starts_with('-') => {
                problems.push(Problem::new(format!(
                    "unknown argument `{text}`: `--help` lists the options"
                )));
            }
            _ => set_input(
                Input::File(word.clone().into()),
                &word,
                &mut arguments,
                &mut problems,
            ),
        }
    }
    if problems.is_empty() {
        Ok(Command::Answer(arguments))
    } else {
        Err(problems)
    }
}

fn set_decision(decision: Decision, arguments: &mut Arguments, problems: &mut Vec<Problem>) {
    match arguments.decision {
        Some(first) if first != decision => problems.push(Problem::new(format!(
            "`{}` contradicts `{}`: use one of them",
            decision.option(),
            first.option()
        ))),
        _ => arguments.decision = Some(decision),
    }
}

fn set_input(input: Input, word: &OsStr, arguments: &mut Arguments, problems: &mut Vec<Problem>) {
    match arguments.input {
        Input::Default => arguments.input = input,
        _ => problems.push(Problem::new(format!(
            "unexpected second callout `{}`: use one file",
            word.display()
        ))),
    }
}
