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
mod links;
mod reference;
mod rules;
mod rust;
mod structure;

use std::collections::BTreeMap;

pub(crate) use context::Context;
use file::ModuleText;
pub(crate) use file::{FIRST_LINE, folder, one_file};
pub(crate) use rust::check_rust;

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
) -> BTreeMap<Module, ModuleText> {
    let total = context.selection.types.len();
    let mut done = 0;
    let mut has_geo = false;
    let mut modules = BTreeMap::new();
    let namespaces = file::namespaces(context);
    for (module, types) in &context.plan.modules {
        let mut imports = imports::Imports::new(context, module);
        let mut text = ModuleText::default();
        for &id in types {
            text.items.extend(
                items(context, id, &mut imports, diagnostics)
                    .into_iter()
                    .map(formatted),
            );
            done += 1;
            if done % 100 == 0 {
                progress(&format!("writing {done} of {total} types"));
            }
        }
        text.items.extend(
            action::items(context, module, &mut imports)
                .into_iter()
                .map(formatted),
        );
        text.items.extend(
            links::items(context, module, &mut imports)
                .into_iter()
                .map(formatted),
        );
        let namespaces = namespaces.get(module).map_or(&[][..], Vec::as_slice);
        text.docs = file::module_docs(module, namespaces);
        text.imports = imports.lines();
        has_geo |= imports.has_geo;
        modules.insert(module.clone(), text);
    }
    if has_geo {
        let message = "the generated code needs the feature `geo` of `odata-core`: write `features = [\"geo\"]` in Cargo.toml";
        diagnostics.general(Severity::Note, "features", message);
    }
    modules
}

fn items(
    context: Context<'_>,
    id: TypeId,
    imports: &mut imports::Imports<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<proc_macro2::TokenStream> {
    let mut items = Vec::new();
    if context.model.structured(id).is_some() {
        items.extend(structure::item(context, id, imports, diagnostics));
        items.extend(hierarchy::item(context, id, imports));
    } else if context.model.enumeration(id).is_some() {
        items.extend(enumeration::item(context, id, imports, diagnostics));
    }
    items
}

/// Formats one item. Tokens that do not parse are emitted without formatting.
fn formatted(item: proc_macro2::TokenStream) -> String {
    match syn::parse2::<syn::File>(item.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(_) => item.to_string(),
    }
}
