//! Writes the model of the generated types as CSDL, for `tests/interop/run`: `documents <metadata> <folder>`. The types are those of the
//! build; what types do not have is taken from the metadata: the entity container, operations, terms, enumerations and type definitions that
//! no property uses.

use std::{env, error::Error, fs, path::PathBuf, process::ExitCode};

use odata_core::{
    Version,
    csdl::{Model, odata_csdl::Document},
};
use odata_corpus::{model::TYPES, run::exit};
use odata_interop::documents;

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [metadata, folder] = arguments.as_slice() else {
        return Err("expected: documents <metadata> <folder>".into());
    };
    if TYPES.is_empty() {
        return Err("the crate was not built with metadata: set ODATA_METADATA".into());
    }
    let text = fs::read_to_string(metadata)?;
    let is_json = text.trim_start_matches('\u{feff}').starts_with('{');
    let source = if is_json {
        Document::from_json(&text, 0, &mut Vec::new())
    } else {
        Document::from_xml(&text, 0, &mut Vec::new())
    };
    // The tools read XML. A document in JSON is the same one in XML.
    let own = if is_json { source.to_xml() } else { text };
    // A property with an untyped value names a type that no Rust type describes.
    let model = TYPES
        .iter()
        .fold(Model::new(), |model, ty| (ty.with_type)(model))
        .with_stubs();
    let described: Vec<_> = TYPES.iter().map(|ty| ty.described).collect();
    let (model, left_out) = documents::complete(model, source, &described);
    for part in left_out {
        println!("left out: {part}");
    }

    fs::create_dir_all(folder)?;
    let name = metadata.file_stem().ok_or("the metadata has no name")?;
    let mut name = name.to_owned();
    if is_json {
        name.push("-json");
    }
    let path = folder.join(name);
    fs::write(path.with_extension("xml"), model.to_xml(Version::V401)?)?;
    fs::write(path.with_extension("json"), model.to_json()?)?;
    fs::write(path.with_extension("source.xml"), own)?;
    println!("{}: {} types", path.display(), model.names().count());
    Ok(())
}
