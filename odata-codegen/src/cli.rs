//! The command: reads arguments, runs the generator and prints findings.

mod arguments;
mod findings;
mod values;

use std::{path::Path, process::ExitCode};

use arguments::Arguments;
use clap::{CommandFactory, Parser};
use indicatif::ProgressBar;
use odata_codegen::{Error, Generated, GeneratedKind};

pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match execute(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            findings::print(error.diagnostics(), arguments.prints_all_findings());
            ExitCode::FAILURE
        }
    }
}

fn execute(arguments: &Arguments) -> Result<(), Error> {
    if let Some(shell) = arguments.completions {
        clap_complete::generate(
            shell,
            &mut Arguments::command(),
            "odata-codegen",
            &mut std::io::stdout(),
        );
        return Ok(());
    }
    let config = arguments.config();
    if arguments.check {
        let diagnostics = config.check()?;
        findings::print(&diagnostics, true);
        println!("{} findings, none of them an error", diagnostics.len());
        return Ok(());
    }
    // Hidden if stderr is not a terminal. Each step moves the spinner: a thread of the spinner's own would make every allocation slower.
    let progress = ProgressBar::new_spinner();
    let generated = config.generate_with_progress(&|step| {
        progress.set_message(step.to_owned());
        progress.tick();
    });
    progress.finish_and_clear();
    let generated = generated?;
    if !arguments.quiet {
        findings::print(generated.diagnostics(), arguments.prints_all_findings());
    }
    match &arguments.out {
        _ if arguments.list => print_types(&generated),
        Some(out) if arguments.dry_run => {
            for path in written_paths(&generated, out) {
                println!("would write {path}");
            }
        }
        Some(out) => {
            if is_file(out) {
                generated.write_file(out)?;
            } else {
                generated.write_folder(out)?;
            }
            print_summary(&generated, out);
        }
        None => {}
    }
    if let Some(written) = &arguments.check_generated {
        if is_file(written) {
            generated.check_file(written)?;
        } else {
            generated.check_folder(written)?;
        }
        println!("{}: up to date", written.display());
    }
    Ok(())
}

/// Returns whether `--out` is one file, such as `types.rs`. Anything else is a folder.
fn is_file(out: &Path) -> bool {
    out.extension().is_some_and(|extension| extension == "rs")
}

fn written_paths(generated: &Generated, out: &Path) -> Vec<String> {
    if is_file(out) {
        return vec![format!(
            "{} ({} bytes)",
            out.display(),
            generated.text().len()
        )];
    }
    generated
        .files()
        .iter()
        .map(|(path, text)| format!("{} ({} bytes)", out.join(path).display(), text.len()))
        .collect()
}

fn print_types(generated: &Generated) {
    for ty in generated.types() {
        let kind = match ty.kind {
            GeneratedKind::Entity => "entity",
            GeneratedKind::Complex => "complex",
            GeneratedKind::Abstract => "abstract",
            GeneratedKind::Enumeration => "enum",
            GeneratedKind::Action => "action",
            _ => "other",
        };
        let hierarchy = ty
            .hierarchy
            .as_ref()
            .map(|hierarchy| format!(", {hierarchy}"))
            .unwrap_or_default();
        println!("{kind:<8} {} -> {}{hierarchy}", ty.qualified, ty.path);
    }
}

fn print_summary(generated: &Generated, out: &Path) {
    let count = |kinds: &[GeneratedKind]| {
        generated
            .types()
            .iter()
            .filter(|ty| kinds.contains(&ty.kind))
            .count()
    };
    let hierarchies = generated
        .types()
        .iter()
        .filter(|ty| ty.hierarchy.is_some())
        .count();
    println!(
        "{}: {} entity and complex types, {} enumerations, {hierarchies} hierarchies, {} action bodies",
        out.display(),
        count(&[
            GeneratedKind::Entity,
            GeneratedKind::Complex,
            GeneratedKind::Abstract
        ]),
        count(&[GeneratedKind::Enumeration]),
        count(&[GeneratedKind::Action]),
    );
}
