//! The imports of a generated module from `odata-core`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::context::Context;
use crate::plan::Module;

/// The imports of one module, collected while its items are generated.
pub(super) struct Imports<'a> {
    context: Context<'a>,
    module: &'a Module,
    /// The imported names, by module of `odata-core`.
    used: BTreeMap<String, BTreeSet<String>>,
    /// Whether the module uses the feature `geo`.
    pub(super) has_geo: bool,
}

impl<'a> Imports<'a> {
    pub(super) fn new(context: Context<'a>, module: &'a Module) -> Imports<'a> {
        Imports {
            context,
            module,
            used: BTreeMap::new(),
            has_geo: false,
        }
    }

    pub(super) fn module(&self) -> &'a Module {
        self.module
    }

    /// Imports an item of `odata-core` and returns its name, or returns its path where the module has an item of that name.
    pub(super) fn core(&mut self, path: &str) -> TokenStream {
        let (folder, name) = path.rsplit_once("::").unwrap_or(("", path));
        self.has_geo |= folder == "edm::geo";
        if self
            .context
            .plan
            .scopes
            .get(self.module)
            .is_some_and(|scope| scope.contains(name))
        {
            let separator = if folder.is_empty() { "" } else { "::" };
            return tokens(&format!(
                "{}::{folder}{separator}{name}",
                self.context.config.core_path
            ));
        }
        self.used
            .entry(folder.to_owned())
            .or_default()
            .insert(name.to_owned());
        tokens(name)
    }

    pub(super) fn lines(&self) -> Vec<String> {
        let core = &self.context.config.core_path;
        let line = |(folder, names): (&String, &BTreeSet<String>)| {
            let path = if folder.is_empty() {
                core.clone()
            } else {
                format!("{core}::{folder}")
            };
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            match names.as_slice() {
                [only] => format!("use {path}::{only};"),
                _ => format!("use {path}::{{{}}};", names.join(", ")),
            }
        };
        self.used.iter().map(line).collect()
    }
}

/// Parses Rust source. All of it is generated, except for the paths that the user gives.
pub(super) fn tokens(source: &str) -> TokenStream {
    source.parse().unwrap_or_default()
}
