//! Generates the table that finds a type by name at run time.

use std::fmt::{Error, Write};

use odata_codegen::{Generated, GeneratedKind, GeneratedType};

/// The entries of all types, and the code that names the type of a value.
pub(crate) struct Table {
    /// One entry for each type; a type with derived types is read as its hierarchy.
    pub(crate) entries: String,
    /// Implementations of `Named`.
    pub(crate) names: String,
}

/// Makes the table. `entry` is the type of an entry; `described` entries have the type's description and are only structured types.
pub(crate) fn table(
    generated: &Generated,
    root: &str,
    entry: &str,
    described: bool,
) -> Result<Table, Error> {
    let mut table = Table {
        entries: String::new(),
        names: String::new(),
    };
    for ty in generated.types() {
        let path = match (ty.kind, &ty.hierarchy) {
            (GeneratedKind::Enumeration, _) => {
                if !described {
                    writeln!(
                        table.entries,
                        "    crate::table::{entry}::of_value::<Option<{root}::{}>>({:?}),",
                        ty.path, ty.qualified
                    )?;
                }
                continue;
            }
            (_, Some(hierarchy)) => hierarchy,
            // An abstract type without derived types has no values.
            (GeneratedKind::Abstract, None) => continue,
            (_, None) => &ty.path,
        };
        let path = format!("{root}::{path}");
        names(&mut table.names, ty, &path)?;
        let own = if described {
            format!(", {root}::{}", ty.path)
        } else {
            String::new()
        };
        writeln!(
            table.entries,
            "    crate::table::{entry}::of::<{path}{own}>({:?}),",
            ty.qualified
        )?;
    }
    Ok(table)
}

fn names(out: &mut String, ty: &GeneratedType, path: &str) -> Result<(), Error> {
    writeln!(
        out,
        "impl crate::outcome::Named for {path} {{\n    fn type_name(&self) -> &str {{"
    )?;
    if ty.hierarchy.is_some() {
        writeln!(out, "        match self {{")?;
        for (variant, qualified) in &ty.variants {
            writeln!(out, "            Self::{variant}(_) => {qualified:?},")?;
        }
        writeln!(
            out,
            "            Self::Other(value) => value.type_name().unwrap_or({:?}),\n        }}",
            ty.qualified
        )?;
    } else {
        writeln!(out, "        {:?}", ty.qualified)?;
    }
    writeln!(out, "    }}\n}}")
}
