//! Reads each root object of a corpus as its declared type and writes it back, both with the defaults.

use std::{collections::HashMap, error::Error, fs, process::ExitCode};

use odata_corpus::{
    line::Line,
    model::TYPES,
    options::Options,
    outcome::Outcome,
    payload::Payload,
    run::{Program, Results, exit},
    table::Typed,
};

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let program = Program {
        name: "payloads",
        argument: "<payloads.jsonl>",
        variable: "ODATA_METADATA",
        built: !TYPES.is_empty(),
    };
    let path = program.argument()?;
    let types: HashMap<&str, &Typed> = TYPES.iter().map(|ty| (ty.qualified, ty)).collect();
    let options = Options::default();
    let mut results = Results::new();
    for line in fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let payload: Payload<'_> = serde_json::from_str(line)?;
        let objects =
            payload
                .roots()?
                .into_iter()
                .map(|root| match types.get(payload.type_name.as_str()) {
                    Some(ty) => (ty.resource)(root.get().as_bytes(), &options),
                    None => {
                        Outcome::refused(format!("the metadata has no type {}", payload.type_name))
                    }
                });
        let objects = objects.collect();
        results.line(&Line {
            id: &payload.id,
            objects,
        })?;
    }
    Ok(())
}
