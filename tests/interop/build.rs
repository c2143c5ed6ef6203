//! Generates the types of each document of `documents`, and a table of them.

use std::{
    env,
    error::Error,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

use odata_codegen::{Config, Generated, GeneratedKind, Navigation, Nulls};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let (mut modules, mut table) = (String::new(), String::new());
    for path in documents()? {
        println!("cargo::rerun-if-changed={}", path.display());
        document(&path, &mut modules, &mut table)?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let text = format!(
        "{modules}\n/// The documents, sorted by name.\npub static DOCUMENTS: &[crate::documents::Source] = &[\n{table}];\n"
    );
    fs::write(out.join("documents.rs"), text)?;
    Ok(())
}

/// Returns the paths of the documents, sorted.
fn documents() -> io::Result<Vec<PathBuf>> {
    let files = fs::read_dir("documents")?;
    let mut paths: Vec<_> = files
        .map(|file| Ok(file?.path()))
        .collect::<io::Result<_>>()?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|it| it == "xml" || it == "json")
    });
    paths.sort();
    Ok(paths)
}

fn document(path: &Path, modules: &mut String, table: &mut String) -> Result<(), Box<dyn Error>> {
    let name = path.file_stem().ok_or("the document has no name")?;
    let name = name.to_str().ok_or("the name is not UTF-8")?;
    // Every type is the root of a body, so every base needs a hierarchy.
    let generated = Config::new()
        .metadata(path)
        .navigation(Navigation::Follow)
        .hierarchy("*")
        .nulls(Nulls::Keep)
        .actions(true)
        .patch(true)
        .generate()?;
    writeln!(
        modules,
        "/// The types of `{name}`.\npub mod {name} {{\n{}}}",
        generated.text()
    )?;
    let text = fs::canonicalize(path)?;
    writeln!(
        table,
        "crate::documents::Source {{ name: {name:?}, text: include_str!({text:?}), types: &[\n{}]}},",
        types(&generated, name)?
    )?;
    Ok(())
}

/// Returns the entries of the types. A type with derived types is read as its hierarchy.
fn types(generated: &Generated, module: &str) -> Result<String, Box<dyn Error>> {
    let mut entries = String::new();
    for ty in generated.types() {
        let path = format!("{module}::{}", ty.path);
        let body = match (ty.kind, &ty.hierarchy) {
            (GeneratedKind::Enumeration, _) => continue,
            (GeneratedKind::Action, _) => {
                let name = &ty.qualified;
                writeln!(
                    entries,
                    "crate::documents::Entry::of_action::<{path}>({name:?}),"
                )?;
                continue;
            }
            (_, Some(hierarchy)) => format!("{module}::{hierarchy}"),
            // An abstract type without derived types has no values.
            (GeneratedKind::Abstract, None) => continue,
            (_, None) => path.clone(),
        };
        writeln!(
            entries,
            "crate::documents::Entry::of::<{body}, {path}>({:?}),",
            ty.qualified
        )?;
    }
    Ok(entries)
}
