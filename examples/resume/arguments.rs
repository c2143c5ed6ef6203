//! The command line.

use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
};

use odata_core::graph::AccessPackageRequestState;

use crate::problem::Problem;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Answers a callout of Microsoft Entra: prints the request that resumes an access package assignment request.

Usage: resume [FILE] [--approve | --deny | --cancel] [--detail TEXT] [--source TEXT]

  FILE           The callout, a customExtensionCalloutRequest in JSON; `-` is standard input.
                 Without FILE: what is piped in, or else a callout that is built in.

  --approve      Let the request go on. This is what happens without a decision.
  --deny         Deny the request. Like --cancel, only at the stage assignmentRequestCreated.
  --cancel       Cancel the request.
  --detail TEXT  Details for people, kept with the answer.
  --source TEXT  Who answers. Without it, the callout's own source.
  --help         Print this.

Prints a request line, an empty line and the JSON body, which has been checked. Send it to
https://graph.microsoft.com/v1.0 with a bearer token; the answer to expect is 204.

Where something is wrong, with the callout or with the answer, each problem is a line on standard error that begins with
the document and the JSON pointer, nothing is printed, and the exit code is 1:

  $ resume --deny approved.json
  answer /data/state: may be set only where `stage` is `assignmentRequestCreated`, which is assignmentRequestApproved
";

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Asked {
    /// The help.
    Help,
    /// An answer to a callout.
    Answer(Arguments),
}

/// The command line of an answer.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// Where the callout comes from.
    pub input: Input,
    /// The decision, where there is one.
    pub decision: Option<Decision>,
    /// Details for people.
    pub detail: Option<String>,
    /// Who answers.
    pub source: Option<String>,
}

/// Where the callout comes from.
#[derive(Debug, Default)]
pub(crate) enum Input {
    /// Not said.
    #[default]
    Unsaid,
    /// `-`.
    Standard,
    /// A file.
    File(PathBuf),
}

/// How the request goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// As if nobody had been asked.
    Approve,
    /// Denied.
    Deny,
    /// Canceled.
    Cancel,
}

impl Decision {
    /// The state to ask for; letting go on asks for none.
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

/// Reads the command line to its end, so that each problem with it is named.
pub(crate) fn read(words: impl Iterator<Item = OsString>) -> Result<Asked, Vec<Problem>> {
    let mut words = words.peekable();
    let mut arguments = Arguments::default();
    let mut problems = Vec::new();
    while let Some(word) = words.next() {
        // A file's name need not be Unicode, an option is.
        let text = word.to_str().unwrap_or_default();
        let (option, attached) = match text.split_once('=') {
            Some((option, value)) if option.starts_with("--") => (option, Some(value)),
            _ => (text, None),
        };
        match option {
            "--help" | "-h" => return Ok(Asked::Help),
            "--approve" => decide(Decision::Approve, &mut arguments, &mut problems),
            "--deny" => decide(Decision::Deny, &mut arguments, &mut problems),
            "--cancel" => decide(Decision::Cancel, &mut arguments, &mut problems),
            "--detail" | "--source" => {
                let value = match attached {
                    Some(value) => Some(value.to_owned()),
                    None => words
                        .next_if(|next| !next.as_encoded_bytes().starts_with(b"--"))
                        .and_then(|it| it.into_string().ok()),
                };
                if value.is_none() {
                    problems.push(Problem::new(format!(
                        "{option} needs a text: {option} \"...\""
                    )));
                }
                match option {
                    "--detail" => arguments.detail = value,
                    _ => arguments.source = value,
                }
            }
            "-" => take(Input::Standard, &word, &mut arguments, &mut problems),
            _ if text.starts_with('-') => {
                problems.push(Problem::new(format!(
                    "unknown argument `{text}`: see --help"
                )));
            }
            _ => take(
                Input::File(word.clone().into()),
                &word,
                &mut arguments,
                &mut problems,
            ),
        }
    }
    if problems.is_empty() {
        Ok(Asked::Answer(arguments))
    } else {
        Err(problems)
    }
}

fn decide(decision: Decision, arguments: &mut Arguments, problems: &mut Vec<Problem>) {
    match arguments.decision {
        Some(first) if first != decision => problems.push(Problem::new(format!(
            "{} contradicts {}: decide for one",
            decision.option(),
            first.option()
        ))),
        _ => arguments.decision = Some(decision),
    }
}

fn take(input: Input, word: &OsStr, arguments: &mut Arguments, problems: &mut Vec<Problem>) {
    match arguments.input {
        Input::Unsaid => arguments.input = input,
        _ => problems.push(Problem::new(format!(
            "one callout at a time: `{}` is a second one",
            word.display()
        ))),
    }
}
