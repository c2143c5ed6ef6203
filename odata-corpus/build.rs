//! Generates the types of a corpus from its CSDL, and a table of them by name. Without the environment variables both are empty.

#[path = "build/cases.rs"]
mod cases;
#[path = "src/document.rs"]
mod document;
#[path = "build/model.rs"]
mod model;
#[path = "build/table.rs"]
mod table;

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=ODATA_METADATA");
    println!("cargo::rerun-if-env-changed=ODATA_CASES");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let model = env::var_os("ODATA_METADATA")
        .map(|path| model::build(&PathBuf::from(path)))
        .transpose()?;
    fs::write(out.join("model.rs"), model.unwrap_or_else(model::empty))?;
    let cases = env::var_os("ODATA_CASES")
        .map(|path| cases::build(&PathBuf::from(path)))
        .transpose()?;
    fs::write(out.join("cases.rs"), cases.unwrap_or_else(cases::empty))?;
    Ok(())
}
