//! Reads each case with its options, or checks whether its text conforms or its model is legal.

use std::{error::Error, fs, process::ExitCode};

use odata_corpus::{
    case::Case,
    line::Line,
    outcome::Outcome,
    run::{Program, Results, exit},
    schemas::SCHEMAS,
};
use serde::Deserialize;

/// The id of a line that is not a case.
#[derive(Deserialize)]
struct Id {
    id: String,
}

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let program = Program {
        name: "cases",
        argument: "<cases.jsonl>",
        variable: "ODATA_CASES",
        built: !SCHEMAS.is_empty(),
    };
    let path = program.argument()?;
    let mut results = Results::new();
    for line in fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let (id, outcome) = match serde_json::from_str::<Case>(line) {
            Ok(case) => {
                let outcome = case.outcome();
                (case.id, outcome)
            }
            Err(error) => match serde_json::from_str::<Id>(line) {
                Ok(Id { id }) => (id, Outcome::failed(error.to_string())),
                Err(_) => return Err(error.into()),
            },
        };
        results.line(&Line {
            id: &id,
            objects: vec![outcome],
        })?;
    }
    Ok(())
}
