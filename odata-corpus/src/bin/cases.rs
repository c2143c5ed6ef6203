//! Reads each case with its options, or checks whether its text conforms or its model is legal.

use std::{error::Error, fs, process::ExitCode};

use odata_corpus::{
    case::Case,
    line::Line,
    run::{Program, Results, exit},
    schemas::SCHEMAS,
};

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
        let case: Case = serde_json::from_str(line)?;
        results.line(&Line {
            id: &case.id,
            objects: vec![case.outcome()],
        })?;
    }
    Ok(())
}
