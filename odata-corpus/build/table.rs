//! The table by which a type is found at run time.

use std::fmt::{Error, Write};

use odata_codegen::{Generated, GeneratedKind, GeneratedType};

/// The entries of all structured types, and the code that says which type a value of a hierarchy is of.
pub(crate) struct Table {
    /// One for each; a type with derived types is read as its hierarchy.
    pub(crate) entries: String,
    /// Implementations of `Named`.
    pub(crate) names: String,
}

/// `entry` is what an entry is called, `described` whether it has the type's description.
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
            (GeneratedKind::Enumeration, _) => continue,
            (_, Some(hierarchy)) => hierarchy,
            // There is no value of an abstract type without derived ones.
            (GeneratedKind::Abstract, None) => continue,
            (_, None) => &ty.path,
        };
        let path = format!("{root}::{path}");
        names(&mut table.names, ty, &path)?;
        let own = format!("<{root}::{} as odata_core::ODataResource>::TYPE", ty.path);
        let described = if described {
            format!(", {own}")
        } else {
            String::new()
        };
        writeln!(
            table.entries,
            "    crate::table::{entry}::of::<{path}>({:?}{described}),",
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
