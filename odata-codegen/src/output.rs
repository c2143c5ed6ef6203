//! One run, from files to text.

use crate::config::{Config, Error};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::emit::{self, Context};
use crate::generated::{Generated, GeneratedKind, GeneratedType};
use crate::load::load;
use crate::missing;
use crate::model::Model;
use crate::plan::Plan;
use crate::rules;
use crate::select::{Selection, select};
use crate::unsupported;

/// Reads and links; errors end the run here.
fn read(config: &Config, progress: &dyn Fn(&str), diagnostics: &mut Diagnostics) -> Model {
    if config.inputs.is_empty() {
        diagnostics.general(Severity::Error, "input", "no metadata is given");
    }
    let (sources, documents) = load(
        &config.inputs,
        config.follow_references,
        progress,
        diagnostics,
    );
    progress("linking");
    Model::link(sources, documents, diagnostics)
}

pub(crate) fn check(config: &Config) -> Result<Vec<Diagnostic>, Error> {
    let mut diagnostics = Diagnostics::default();
    let model = read(config, &|_| {}, &mut diagnostics);
    let severity = if config.strict_model {
        Severity::Error
    } else {
        Severity::Warning
    };
    rules::check(&model, None, severity, &mut diagnostics);
    missing::report(
        &model,
        None,
        if config.strict || config.strict_model {
            Severity::Error
        } else {
            Severity::Warning
        },
        &mut diagnostics,
    );
    finish(diagnostics)
}

fn finish(diagnostics: Diagnostics) -> Result<Vec<Diagnostic>, Error> {
    let failed = diagnostics.has_errors();
    let diagnostics = diagnostics.into_sorted();
    if failed {
        Err(Error::of(diagnostics))
    } else {
        Ok(diagnostics)
    }
}

pub(crate) fn generate(config: &Config, progress: &dyn Fn(&str)) -> Result<Generated, Error> {
    let mut diagnostics = Diagnostics::default();
    let model = read(config, progress, &mut diagnostics);
    if diagnostics.has_errors() {
        return Err(Error::of(diagnostics.into_sorted()));
    }
    progress("selecting");
    let selection = select(&model, &config.choice);
    for pattern in &selection.unmatched {
        diagnostics.general(
            Severity::Warning,
            "selection",
            format!("`{pattern}` selects nothing"),
        );
    }
    if selection.types.is_empty() && selection.actions.is_empty() {
        diagnostics.general(Severity::Error, "selection", "no type is selected");
    }
    check_model(config, &model, &selection, &mut diagnostics);
    unsupported::report(&model, config, &selection, &mut diagnostics);
    if diagnostics.has_errors() {
        return Err(Error::of(diagnostics.into_sorted()));
    }
    let plan = Plan::new(&model, &config.choice, &selection);
    let context = Context {
        model: &model,
        selection: &selection,
        plan: &plan,
        config,
    };
    let modules = emit::modules(context, progress, &mut diagnostics);
    let (one_file, folder) = (
        emit::one_file(context, &modules),
        emit::folder(context, &modules),
    );
    let types = types(&model, &selection, &plan);
    let inputs = model
        .sources
        .files()
        .iter()
        .map(|file| file.path.clone())
        .filter(|path| path.is_file())
        .collect();
    Ok(Generated {
        one_file,
        folder,
        types,
        diagnostics: finish(diagnostics)?,
        inputs,
    })
}

/// Strict runs look at the whole model, others only at what is generated from it.
fn check_model(
    config: &Config,
    model: &Model,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) {
    let (only, severity) = if config.strict_model {
        (None, Severity::Error)
    } else {
        (Some(&selection.types), Severity::Warning)
    };
    rules::check(model, only, severity, diagnostics);
    let severity = if config.strict {
        Severity::Error
    } else {
        severity
    };
    missing::report(model, only, severity, diagnostics);
}

fn types(model: &Model, selection: &Selection, plan: &Plan) -> Vec<GeneratedType> {
    let path = |module: &[String], ident: &str| {
        module
            .iter()
            .map(String::as_str)
            .chain([ident])
            .collect::<Vec<_>>()
            .join("::")
    };
    let types = selection.types.iter().filter_map(|&id| {
        let (entry, ty) = (model.entry(id)?, plan.ty(id)?);
        let kind = match model.structured(id) {
            Some(own) if own.is_abstract => GeneratedKind::Abstract,
            Some(own) if own.entity => GeneratedKind::Entity,
            Some(_) => GeneratedKind::Complex,
            None => {
                model
                    .enumeration(id)
                    .filter(|own| !own.members.is_empty())?;
                GeneratedKind::Enumeration
            }
        };
        let hierarchy = ty
            .hierarchy
            .as_ref()
            .map(|hierarchy| path(&ty.module, hierarchy));
        Some(GeneratedType {
            qualified: entry.qualified.clone(),
            path: path(&ty.module, &ty.ident),
            hierarchy,
            variants: ty
                .variants
                .iter()
                .map(|(id, name)| (name.clone(), model.qualified(*id).to_owned()))
                .collect(),
            kind,
        })
    });
    let actions = plan.actions.iter().filter_map(|action| {
        let schema = model.documents.get(action.of.0)?.schemas.get(action.of.1)?;
        let qualified = format!(
            "{}.{}",
            schema.namespace,
            schema.operations.get(action.of.2)?.name
        );
        Some(GeneratedType {
            qualified,
            path: path(&action.module, &action.ident),
            hierarchy: None,
            variants: Vec::new(),
            kind: GeneratedKind::Action,
        })
    });
    types.chain(actions).collect()
}
