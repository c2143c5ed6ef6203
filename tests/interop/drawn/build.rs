//! Draws types from the metadata and generates them, with a table of them by name. Without `ODATA_DRAWN_METADATA` both are empty.

#[allow(dead_code, unreachable_pub, reason = "the library exports it")]
#[path = "src/draw.rs"]
mod draw;

use std::{env, error::Error, fmt::Write, fs, path::PathBuf};

use odata_codegen::{Config, Navigation};
use odata_csdl::Document;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/draw.rs");
    println!("cargo::rerun-if-env-changed=ODATA_DRAWN_METADATA");
    println!("cargo::rerun-if-env-changed=ODATA_SEED");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let text = match env::var_os("ODATA_DRAWN_METADATA") {
        Some(metadata) => generated(&PathBuf::from(metadata))?,
        None => "/// No types.\npub static TYPES: &[crate::table::Drawn] = &[];\n".to_owned(),
    };
    fs::write(out.join("types.rs"), text)?;
    Ok(())
}

fn generated(metadata: &PathBuf) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", metadata.display());
    let text = fs::read_to_string(metadata)?;
    let document = Document::from_xml(&text, 0, &mut Vec::new());
    let names = draw::types(&document, draw::seed()?);
    let config = Config::new()
        .metadata(metadata)
        .navigation(Navigation::Skip)
        .links(false);
    let config = names.iter().fold(config, Config::include);
    let generated = config.generate()?;
    let mut entries = String::new();
    for ty in generated.types() {
        if names.contains(&ty.qualified) {
            let (name, path) = (&ty.qualified, &ty.path);
            writeln!(
                entries,
                "    crate::table::Drawn::of::<types::{path}>({name:?}),"
            )?;
        }
    }
    let text = generated.text();
    Ok(format!(
        "/// The types.\npub mod types {{\n{text}}}\n/// The drawn ones, by name.\npub static TYPES: &[crate::table::Drawn] = &[\n{entries}];\n"
    ))
}
