//! Reads each JSON file in a folder as the type in its root `@odata.type`, and writes it back.

use std::{
    collections::HashMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use odata_corpus::{
    line::Line,
    model::TYPES,
    options::Options,
    outcome::Outcome,
    run::{Program, Results, exit},
    table::Typed,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Tagged {
    #[serde(rename = "@odata.type")]
    tag: Option<String>,
}

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let program = Program {
        name: "tree",
        argument: "<folder>",
        variable: "ODATA_METADATA",
        built: !TYPES.is_empty(),
    };
    let folder = PathBuf::from(program.argument()?);
    let types: HashMap<&str, &Typed> = TYPES.iter().map(|ty| (ty.qualified, ty)).collect();
    let options = Options::default();
    let mut results = Results::new();
    for path in json_files(&folder)? {
        let bytes = fs::read(&path)?;
        // A byte order mark belongs to the file, not to the body.
        let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let Ok(Tagged { tag: Some(tag) }) = serde_json::from_slice(body) else {
            continue;
        };
        let name = tag.rsplit('#').next().unwrap_or(&tag);
        let outcome = match types.get(name) {
            Some(ty) => (ty.resource)(body, &options),
            None => Outcome::refused(format!("the metadata has no type {name}")),
        };
        let id = path
            .strip_prefix(&folder)?
            .display()
            .to_string()
            .replace('\\', "/");
        results.line(&Line {
            id: &id,
            objects: vec![outcome],
        })?;
    }
    Ok(())
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(json_files(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
