//! What a generated module takes from `odata-core`, and how it says so.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::context::Context;
use crate::plan::Module;

/// The imports of one module, collected while its items are written.
pub(super) struct Imports<'a> {
    context: Context<'a>,
    module: &'a Module,
    /// Names by the module of `odata-core` that they are in.
    used: BTreeMap<String, BTreeSet<String>>,
    /// Functions that the module needs, by name.
    helpers: BTreeMap<String, TokenStream>,
}

impl<'a> Imports<'a> {
    pub(super) fn new(context: Context<'a>, module: &'a Module) -> Imports<'a> {
        Imports {
            context,
            module,
            used: BTreeMap::new(),
            helpers: BTreeMap::new(),
        }
    }

    pub(super) fn module(&self) -> &'a Module {
        self.module
    }

    /// The way to something of `odata-core`: its name, imported, or the whole path where the module has something of that name.
    pub(super) fn core(&mut self, path: &str) -> TokenStream {
        let (folder, name) = path.rsplit_once("::").unwrap_or(("", path));
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

    /// Adds a function to the module, unless it has it.
    pub(super) fn helper(&mut self, name: String, item: TokenStream) {
        self.helpers.entry(name).or_insert(item);
    }

    pub(super) fn helpers(&self) -> impl Iterator<Item = &TokenStream> {
        self.helpers.values()
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

/// Rust source as tokens. All of it is put together here, except the paths that the user gave.
pub(super) fn tokens(source: &str) -> TokenStream {
    source.parse().unwrap_or_default()
}
