//! `ODATA_CASES`: the types of each case's schema. Equal schemas are generated once.

use std::{collections::BTreeSet, error::Error, fmt::Write, fs, path::Path};

use odata_codegen::{Config, Navigation};
use serde::Deserialize;

use crate::{document, table};

#[derive(Deserialize)]
struct Case {
    declared_type_csdl: String,
    direction: Option<String>,
    #[serde(default)]
    options: Options,
}

#[derive(Deserialize, Default)]
struct Options {
    validator: Option<String>,
}

pub(crate) fn build(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let mut schemas = BTreeSet::new();
    for line in fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        // The program reports the lines that are not cases.
        let Ok(case) = serde_json::from_str::<Case>(line) else {
            continue;
        };
        // The program checks at run time whether a model is legal.
        if case.direction.as_deref() != Some("csdl") {
            schemas.insert((
                case.declared_type_csdl,
                case.options.validator.unwrap_or_default(),
            ));
        }
    }
    let (mut modules, mut table) = (String::new(), String::new());
    for (index, (csdl, validator)) in schemas.iter().enumerate() {
        let text = document::around(&document::bounded(csdl, validator), "4.0");
        let config = Config::new()
            .metadata_text("case.xml", text)
            .navigation(Navigation::Follow)
            .hierarchy("*")
            .actions(true)
            .nullable_items(true);
        let module = format!("schema{index}");
        let generated = match config.generate() {
            Ok(generated) => generated,
            // A case of a schema without types may need none.
            Err(error) => {
                writeln!(
                    table,
                    "    crate::table::Schema {{ csdl: {csdl:?}, validator: {validator:?}, types: &[], problem: {:?} }},",
                    error.to_string()
                )?;
                continue;
            }
        };
        let types = table::table(&generated, &module, "CaseType", false)?;
        write!(
            modules,
            "/// The types of one schema.\npub mod {module} {{\n{}}}\n{}",
            generated.text(),
            types.names
        )?;
        writeln!(
            table,
            "    crate::table::Schema {{ csdl: {csdl:?}, validator: {validator:?}, types: &[\n{}], problem: \"\" }},",
            types.entries
        )?;
    }
    Ok(format!(
        "{modules}\n/// All of them.\npub static SCHEMAS: &[crate::table::Schema] = &[\n{table}];\n"
    ))
}

pub(crate) fn empty() -> String {
    "/// No schemas.\npub static SCHEMAS: &[crate::table::Schema] = &[];\n".to_owned()
}
