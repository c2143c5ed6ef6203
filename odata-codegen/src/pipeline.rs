//! Runs the stages, from files to text.

mod generated;
mod warnings;
mod written;

use std::{
    collections::{BTreeSet, HashSet},
    path::{Path, PathBuf},
    sync::OnceLock,
};

use odata_csdl::Location;

pub use generated::{Generated, GeneratedKind, GeneratedType};
use warnings::warnings;

use crate::{
    diagnostic::{Diagnostic, Diagnostics, Error, Severity},
    emit::{self, Context},
    model::{
        Model, TypeId,
        versions::{self, MergedTypes},
    },
    options::{Config, Input, Versions},
    plan::{self, Module, Plan},
    rules::{self, unknown_types},
    select::{Selection, container, members, select, unsupported, unused},
    source,
};

impl Config {
    /// Checks the metadata against the rules of CSDL and generates nothing. [`strict_model`](Self::strict_model) makes violations errors.
    ///
    /// # Errors
    ///
    /// The metadata cannot be read, or breaks a rule and the run is strict. The error has all findings.
    pub fn check(&self) -> Result<Vec<Diagnostic>, Error> {
        let mut diagnostics = Diagnostics::default();
        let model = self.read(&|_| {}, &mut diagnostics);
        self.check_model(&model, None, &mut diagnostics);
        let types = model.unique_types().map(|(id, _)| id);
        members::report(&model, types, &mut diagnostics);
        into_result(diagnostics)
    }

    /// Generates in memory.
    ///
    /// # Errors
    ///
    /// The errors of [`check`](Self::check), and a selection without types.
    pub fn generate(&self) -> Result<Generated, Error> {
        self.generate_with_progress(&|_| {})
    }

    /// Generates in memory and reports the step that it is working on.
    ///
    /// # Errors
    ///
    /// The errors of [`generate`](Self::generate).
    pub fn generate_with_progress(&self, progress: &dyn Fn(&str)) -> Result<Generated, Error> {
        let mut diagnostics = Diagnostics::default();
        emit::check_rust(self, &mut diagnostics);
        let model = self.read(progress, &mut diagnostics);
        if diagnostics.has_general_errors() {
            return Err(Error::from_diagnostics(diagnostics.into_sorted()));
        }
        progress("selecting");
        let selection = self.select(&model, &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(Error::from_diagnostics(diagnostics.into_sorted()));
        }
        let plan = Plan::new(&model, self, &selection);
        let context = Context {
            model: &model,
            selection: &selection,
            plan: &plan,
            config: self,
        };
        let modules = emit::modules(context, progress, &mut diagnostics);
        report_nesting(context, &mut diagnostics);
        Ok(Generated {
            modules,
            one_file: OnceLock::new(),
            folder: OnceLock::new(),
            types: generated_types(&model, &selection, &plan),
            diagnostics: into_result(diagnostics)?,
            inputs: model
                .sources
                .files()
                .iter()
                .map(|file| file.path.clone())
                .filter(|path| path.is_file())
                .collect(),
        })
    }

    /// Writes `file_name` into `OUT_DIR`, for build scripts. Passes the warnings to Cargo, many of one rule as one line, and the files that
    /// the output depends on.
    ///
    /// # Errors
    ///
    /// The errors of [`generate`](Self::generate), and an `OUT_DIR` that is not set or cannot be written.
    pub fn build_script(&self, file_name: impl AsRef<Path>) -> Result<Generated, Error> {
        let folder = std::env::var_os("OUT_DIR").ok_or_else(|| {
            Error::new("`OUT_DIR` is not set: call `build_script` in a build script")
        })?;
        let generated = self.generate()?;
        let given = self.inputs.iter().filter_map(|input| match input {
            Input::Path(path) => Some(path),
            Input::Text(..) => None,
        });
        for path in given.chain(generated.inputs()) {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        for warning in warnings(generated.diagnostics()) {
            println!("cargo::warning={warning}");
        }
        generated.write_file(PathBuf::from(folder).join(file_name))?;
        Ok(generated)
    }

    fn read(&self, progress: &dyn Fn(&str), diagnostics: &mut Diagnostics) -> Model {
        if self.inputs.is_empty() {
            let message = "no metadata: add a file with `metadata`";
            diagnostics.push_general(Severity::Error, "input", message);
        }
        let (sources, mut documents) =
            source::load(&self.inputs, self.follow_references, progress, diagnostics);
        progress("linking");
        let merged = match self.versions {
            Versions::All => MergedTypes::new(),
            Versions::Latest => versions::merge(&mut documents),
        };
        Model::link(sources, documents, merged, diagnostics)
    }

    fn select(&self, model: &Model, diagnostics: &mut Diagnostics) -> Selection {
        let selection = select(model, &self.choice);
        unused::report(model, self, &selection, diagnostics);
        let is_item = |&id: &TypeId| model.structured(id).is_some() || model.has_members(id);
        if !selection.types.iter().any(is_item) && selection.actions.is_empty() {
            let message = nothing_selected(model, &selection);
            diagnostics.push_general(Severity::Error, "selection", message);
        }
        if !self.strict_model {
            let types = selection.types.iter().filter_map(|&id| model.entry(id));
            let actions = selection.actions.iter();
            let actions = actions.filter_map(|&id| model.operations.get(id));
            let needed: HashSet<Location> = types
                .map(|entry| entry.ty.location)
                .chain(actions.map(|entry| entry.operation.location))
                .collect();
            diagnostics.retain_parts(|part| needed.contains(&part));
        }
        // A strict run checks the whole model, any other run what it generates.
        let only = (!self.strict_model).then_some(&selection.types);
        self.check_model(model, only, diagnostics);
        members::report(model, selection.types.iter().copied(), diagnostics);
        unsupported::report(model, &self.choice, &selection, diagnostics);
        if self.links {
            container::report(model, &self.choice, self.strict_model, diagnostics);
        }
        selection
    }

    fn check_model(
        &self,
        model: &Model,
        only: Option<&BTreeSet<TypeId>>,
        diagnostics: &mut Diagnostics,
    ) {
        let severity = |is_strict| {
            if is_strict {
                Severity::Error
            } else {
                Severity::Warning
            }
        };
        rules::check(model, only, severity(self.strict_model), diagnostics);
        let unknown = severity(self.strict || self.strict_model);
        unknown_types::report(model, only, unknown, diagnostics);
    }
}

/// The compiler's default for `recursion_limit`.
const RECURSION_LIMIT: usize = 128;

/// Reports types that contain each other deeper than the compiler follows by default.
fn report_nesting(context: Context<'_>, diagnostics: &mut Diagnostics) {
    let levels = plan::levels(context.model, context.config, context.plan);
    if levels > RECURSION_LIMIT {
        // The compiler's other analyses of the same types need more.
        let limit = levels.saturating_mul(4).next_power_of_two();
        let message = format!(
            "the generated types contain each other {levels} levels deep, more than the {RECURSION_LIMIT} that the compiler follows: write `#![recursion_limit = \"{limit}\"]` at the start of the crate"
        );
        diagnostics.push_general(Severity::Warning, "recursion-limit", message);
    }
}

/// Returns the reason why there is nothing to generate.
fn nothing_selected(model: &Model, selection: &Selection) -> String {
    if !selection.types.is_empty() {
        return "only type definitions and enumerations without values are selected, and no Rust types are generated for them: \
                select types with properties of them"
            .to_owned();
    }
    if let Some(first) = selection.left_out.first() {
        let (first, count) = (model.qualified(*first), selection.left_out.len());
        return match count {
            1 => format!(
                "the only selected type `{first}` is left out because of its name: nothing can be generated"
            ),
            _ => format!(
                "all {count} selected types, such as `{first}`, are left out because of their names: nothing can be generated"
            ),
        };
    }
    if model.unique_types().next().is_some() {
        return "no type is selected: `odata-codegen --list` without `--include` lists all types"
            .to_owned();
    }
    let terms: usize = model.schemas().map(|schema| schema.terms.len()).sum();
    let content = match (model.schemas().count(), terms, model.operations.len()) {
        (0, ..) => "no schema".to_owned(),
        (_, 0, 0) if model.has_annotation_groups => {
            "only annotations: add the metadata that they annotate".to_owned()
        }
        (_, 0, 0) => "a schema without types".to_owned(),
        (_, 0, operations) => format!("only actions and functions: {operations}"),
        (_, terms, _) => format!("only vocabulary terms: {terms}"),
    };
    format!("the metadata defines no types ({content}): nothing can be generated from it")
}

fn into_result(diagnostics: Diagnostics) -> Result<Vec<Diagnostic>, Error> {
    let failed = diagnostics.has_errors();
    let diagnostics = diagnostics.into_sorted();
    if failed {
        Err(Error::from_diagnostics(diagnostics))
    } else {
        Ok(diagnostics)
    }
}

fn generated_types(model: &Model, selection: &Selection, plan: &Plan) -> Vec<GeneratedType> {
    let types = selection.types.iter().filter_map(|&id| {
        let (entry, ty) = (model.entry(id)?, plan.ty(id)?);
        let kind = match model.structured(id) {
            Some(own) if own.is_abstract => GeneratedKind::Abstract,
            Some(own) if own.is_entity => GeneratedKind::Entity,
            Some(_) => GeneratedKind::Complex,
            None if !model.has_members(id) => return None,
            None => GeneratedKind::Enumeration,
        };
        let hierarchy = ty.hierarchy.as_ref();
        let variants = ty.variants.iter();
        Some(GeneratedType {
            qualified: entry.qualified.clone(),
            path: path(&ty.module, &ty.ident),
            hierarchy: hierarchy.map(|hierarchy| path(&ty.module, hierarchy)),
            variants: variants
                .map(|(id, name)| (name.clone(), model.qualified(*id).to_owned()))
                .collect(),
            kind,
        })
    });
    let actions = plan.actions.iter().filter_map(|action| {
        let entry = model.operations.get(action.operation)?;
        Some(GeneratedType {
            qualified: entry.qualified.clone(),
            path: path(&action.module, &action.ident),
            hierarchy: None,
            variants: Vec::new(),
            kind: GeneratedKind::Action,
        })
    });
    types.chain(actions).collect()
}

fn path(module: &Module, ident: &str) -> String {
    let segments = module.iter().map(String::as_str).chain([ident]);
    segments.collect::<Vec<_>>().join("::")
}
