//! Emits the plan as Rust.

mod action;
mod attribute;
mod context;
mod docs;
mod enumeration;
mod field;
mod file;
mod hierarchy;
mod imports;
mod key;
mod links;
mod reference;
mod rules;
mod rust;
mod structure;
mod syntax;

use std::collections::HashMap;

pub(crate) use context::Context;
use file::ModuleText;
pub(crate) use file::{FIRST_LINE, Modules, folder, one_file};
pub(crate) use rust::check_rust;
use syn::{File, Item};

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::TypeId,
    plan::Module,
};

/// Emits and formats every module of the plan.
pub(crate) fn modules(
    context: Context<'_>,
    progress: &dyn Fn(&str),
    diagnostics: &mut Diagnostics,
) -> Modules {
    let total = context.selection.types.len();
    let mut done = 0;
    let (mut has_geo, mut has_other_scripts) = (false, false);
    let mut modules = Modules {
        model_types: file::model_types(context),
        ..Modules::default()
    };
    let mut invalid = Vec::new();
    let namespaces = file::namespaces(context);
    let actions = by_module(&context.plan.actions, |action| &action.module);
    let links = by_module(&context.plan.links, |link| &link.module);
    for (module, types) in &context.plan.modules {
        let mut imports = imports::Imports::new(context, module);
        let mut text = ModuleText::default();
        let mut format = |items: Vec<syn::Result<Item>>| {
            for item in items {
                match item {
                    Ok(item) => {
                        let item = formatted(item);
                        has_other_scripts |= names_other_scripts(&item);
                        text.items.push(item);
                    }
                    Err(error) => invalid.push(error),
                }
            }
        };
        for &id in types {
            format(items(context, id, &mut imports, diagnostics));
            done += 1;
            if done % 100 == 0 {
                progress(&format!("writing {done} of {total} types"));
            }
        }
        let actions = actions.get(module).map_or(&[][..], Vec::as_slice);
        format(action::items(context, actions, &mut imports));
        let links = links.get(module).map_or(&[][..], Vec::as_slice);
        format(links::items(context, links, &mut imports));
        let namespaces = namespaces.get(module).map_or(&[][..], Vec::as_slice);
        text.docs = file::module_docs(module, namespaces);
        text.imports = imports.lines();
        has_geo |= imports.has_geo;
        modules.texts.insert(module.clone(), text);
    }
    for error in invalid {
        let message = format!(
            "the generated code is not valid Rust ({error}): report it as a bug of `odata-codegen`"
        );
        diagnostics.push_general(Severity::Error, "output", message);
    }
    if has_geo {
        let message = "the generated code needs the feature `geo` of `odata-core`: write `features = [\"geo\"]` in Cargo.toml";
        diagnostics.push_general(Severity::Note, "features", message);
    }
    if has_other_scripts {
        let message = "the generated code has names in other scripts than Latin, and the compiler warns about those that look like others: write `#![allow(confusable_idents, mixed_script_confusables, uncommon_codepoints)]` at the start of the crate if it does";
        diagnostics.push_general(Severity::Note, "scripts", message);
    }
    modules
}

/// Returns whether an item has a name that is not in Latin script. Comments and attributes are no names.
fn names_other_scripts(item: &str) -> bool {
    let is_other = |character: char| character > '\u{24f}';
    let mut lines = item.lines().map(str::trim_start);
    !item.is_ascii() && lines.any(|line| !line.starts_with(['/', '#']) && line.contains(is_other))
}

fn by_module<T>(all: &[T], module: impl Fn(&T) -> &Module) -> HashMap<&Module, Vec<&T>> {
    let mut found: HashMap<&Module, Vec<&T>> = HashMap::new();
    for one in all {
        found.entry(module(one)).or_default().push(one);
    }
    found
}

fn items(
    context: Context<'_>,
    id: TypeId,
    imports: &mut imports::Imports<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<syn::Result<Item>> {
    let mut items = Vec::new();
    if context.model.structured(id).is_some() {
        items.extend(structure::item(context, id, imports, diagnostics));
        items.extend(hierarchy::item(context, id, imports));
    } else if context.model.enumeration(id).is_some() {
        items.extend(enumeration::item(context, id, imports, diagnostics));
    }
    items
}

/// Formats one item.
fn formatted(item: Item) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}
