//! Writes the model of the generated types as CSDL, for `tests/interop/run`: `documents <metadata> <folder>`. The types are those of the
//! build; what types do not have is taken from the metadata: the entity container, operations, terms, enumerations and type definitions that
//! no property uses.

use std::{env, error::Error, fs, path::PathBuf, process::ExitCode};

use odata_core::{
    Version,
    csdl::{
        Model,
        odata_csdl::{self, ContainerChild, ContainerChildKind, Document, Schema, TypeKind},
    },
    model::Property,
};
use odata_corpus::{model::TYPES, run::exit};

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
    let model = TYPES
        .iter()
        .fold(Model::new(), |model, ty| model.with_type(ty.described));
    let mut schemas: Vec<Schema> = source
        .schemas
        .into_iter()
        .map(without_structured_types)
        .collect();
    for set in leave_out_sets(&mut schemas) {
        println!(
            "left out: `{set}`, whose name or key the standard does not allow (CSDL 4.01 §6.5, §13)"
        );
    }
    let model = schemas.into_iter().fold(model, Model::with_schema);
    let model = source.references.into_iter().fold(model, |model, it| {
        it.includes.into_iter().fold(model, |model, include| {
            model.with_reference(it.uri.clone(), include.namespace)
        })
    });

    fs::create_dir_all(folder)?;
    let name = metadata.file_stem().ok_or("the metadata has no name")?;
    let mut name = name.to_owned();
    if is_json {
        name.push("-json");
    }
    let path = folder.join(name);
    fs::write(path.with_extension("xml"), model.to_xml(Version::V401)?)?;
    fs::write(path.with_extension("json"), model.to_json()?)?;
    if !is_json {
        fs::write(path.with_extension("source.xml"), text)?;
    }
    println!("{}: {} types", path.display(), model.names().count());
    Ok(())
}

/// The annotations are left out: they belong to the properties of the metadata, not to those that are written.
fn without_structured_types(schema: Schema) -> Schema {
    let types = schema.types.into_iter();
    Schema {
        types: types
            .filter(|it| !matches!(it.kind, TypeKind::Structured(_)))
            .collect(),
        annotations: Vec::new(),
        annotation_groups: Vec::new(),
        ..schema
    }
}

/// Removes the sets with names that are no identifiers or with types whose key the generator does not mark, and bindings to sets that are not there. Returns the names of the sets.
fn leave_out_sets(schemas: &mut [Schema]) -> Vec<String> {
    let has_key = |name: &str| {
        let found = TYPES.iter().find(|it| it.qualified == name);
        let mut chain = found.into_iter().flat_map(|it| it.described.chain());
        chain.any(|it| it.own_properties().iter().any(Property::is_key))
    };
    let is_left_out = |child: &ContainerChild| match &child.kind {
        _ if !odata_csdl::is_simple_identifier(&child.name) => true,
        ContainerChildKind::EntitySet(ty) => {
            TYPES.iter().any(|it| it.qualified == ty.name) && !has_key(&ty.name)
        }
        _ => false,
    };
    let containers = || schemas.iter().flat_map(|it| &it.containers);
    let children = containers().flat_map(|it| &it.children);
    let names: Vec<String> = children
        .filter(|it| is_left_out(it))
        .map(|it| it.name.clone())
        .collect();
    for container in schemas.iter_mut().flat_map(|it| &mut it.containers) {
        container.children.retain(|it| !names.contains(&it.name));
        let own: Vec<String> = container
            .children
            .iter()
            .map(|it| it.name.clone())
            .collect();
        for child in &mut container.children {
            // Examples of the standard bind to sets that do not exist.
            let is_known = |target: &String| target.contains('/') || own.contains(target);
            child.bindings.retain(|it| is_known(&it.target));
        }
    }
    names
}
