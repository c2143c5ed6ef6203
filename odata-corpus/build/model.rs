//! `ODATA_METADATA`: the types of one service.

use std::{error::Error, path::Path};

use odata_codegen::{Config, Navigation};

use crate::table;

pub(crate) fn build(metadata: &Path) -> Result<String, Box<dyn Error>> {
    // Every type may be the root of a payload, so every base needs a hierarchy.
    let generated = Config::new()
        .metadata(metadata)
        .navigation(Navigation::Follow)
        .hierarchy("*")
        .generate()?;
    println!("cargo::rerun-if-changed={}", metadata.display());
    for input in generated.inputs() {
        println!("cargo::rerun-if-changed={}", input.display());
    }
    let table::Table { entries, names } = table::table(&generated, "types", "Typed", true)?;
    let text = generated.text();
    Ok(format!(
        "/// The types.\npub mod types {{\n{text}}}\n{names}\n/// All of them, by name.\npub static TYPES: &[crate::table::Typed] = &[\n{entries}];\n"
    ))
}

pub(crate) fn empty() -> String {
    "/// No types.\npub static TYPES: &[crate::table::Typed] = &[];\n".to_owned()
}
