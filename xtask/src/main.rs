//! The contributor's menu. `cargo xtask` lists the tasks, `cargo xtask NAME [ARGUMENT]...` runs one. CONTRIBUTING.md has the same list.

use std::{
    env,
    path::Path,
    process::{Command, ExitCode},
};

/// A task of the menu.
struct Task {
    name: &'static str,
    /// The purpose, after "To".
    purpose: &'static str,
    /// A command of the shell. The arguments of the task are added at its end.
    command: &'static str,
    /// Its requirements besides the toolchain.
    requires: &'static str,
}

const fn task(name: &'static str, purpose: &'static str, command: &'static str) -> Task {
    Task {
        name,
        purpose,
        command,
        requires: "",
    }
}

impl Task {
    const fn requires(mut self, what: &'static str) -> Task {
        self.requires = what;
        self
    }
}

const TASKS: &[Task] = &[
    task(
        "test",
        "test what you changed (`cargo xtask test -p CRATE`)",
        "cargo test",
    ),
    task("gate", "run the whole gate, as CI does", ".ci/run"),
    task(
        "ui",
        "update the compiler messages of `tests/ui`",
        "TRYBUILD=overwrite cargo test -p odata-ui",
    ),
    task(
        "expansions",
        "update the snapshots of the expansion",
        "ODATA_EXPANSIONS=overwrite cargo test -p odata-derive --lib",
    ),
    task(
        "ratios",
        "compare speed",
        "cargo bench -p odata-core --bench ratios --",
    ),
    task(
        "growth",
        "see how the cost grows with the model and the body",
        "cargo bench -p odata-core --bench growth --",
    ),
    task(
        "compile-bench",
        "compare the cost to compile",
        "cargo run --release -p compile-bench --",
    ),
    task(
        "docs",
        "build the documentation and check it for dead links and items with two paths",
        "cargo doc --no-deps -p odata-core --all-features && .ci/check-docs target/doc",
    ),
    task(
        "fuzz",
        "fuzz a reader (`cargo xtask fuzz SECONDS [TARGET]`)",
        "fuzz/run.sh",
    )
    .requires("`cargo-fuzz`, a nightly toolchain"),
    task(
        "services",
        "generate types from the metadata of real services with every option",
        ".ci/services",
    )
    .requires("the corpora"),
    task(
        "oldest",
        "check the crates with the oldest Rust version",
        ".ci/oldest",
    ),
    task(
        "deny",
        "check licenses, sources and duplicates of dependencies",
        ".ci/deny",
    )
    .requires("`cargo-deny`"),
    task(
        "unused",
        "find dependencies that no code uses",
        ".ci/unused",
    ),
    task(
        "features",
        "check every pair of features of `odata-core`",
        ".ci/features",
    ),
    task(
        "minimal-versions",
        "check the crates with the lowest versions of their dependencies",
        ".ci/minimal-versions",
    )
    .requires("a nightly toolchain"),
    task(
        "semver",
        "find breaking changes since a revision (`cargo xtask semver REVISION`)",
        ".ci/semver",
    )
    .requires("`cargo-semver-checks`"),
    task(
        "docs-rs",
        "build the documentation as docs.rs does, with labels for features",
        ".ci/docs-rs",
    )
    .requires("a nightly toolchain"),
];

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(name) = arguments.next() else {
        print!("{}", menu());
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("unknown task `{name}`: `cargo xtask` lists the tasks");
        return ExitCode::FAILURE;
    };
    let status = Command::new("bash")
        .arg("-euc")
        .arg(format!("{} \"$@\"", task.command))
        .arg(name)
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("`bash` cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the list for the terminal.
fn menu() -> String {
    let width = TASKS.iter().map(|task| task.name.len()).max().unwrap_or(0);
    TASKS
        .iter()
        .map(|task| format!("{:width$}  {}\n", task.name, task.purpose.replace('`', "")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::TASKS;

    /// Returns the table of CONTRIBUTING.md.
    fn table() -> String {
        let mut table = String::from("| `cargo xtask` | To | Requires |\n|---|---|---|\n");
        for task in TASKS {
            table += &format!(
                "| `{}` | {} | {} |\n",
                task.name, task.purpose, task.requires
            );
        }
        table
    }

    #[test]
    fn contributing_has_the_list() {
        let page = include_str!("../../CONTRIBUTING.md");
        assert!(
            page.contains(&table()),
            "write into CONTRIBUTING.md:\n{}",
            table()
        );
    }

    #[test]
    fn every_script_exists() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for task in TASKS {
            let program = task.command.split(' ').next().unwrap_or_default();
            if program.contains('/') {
                assert!(root.join(program).is_file(), "no file {program}");
            }
        }
    }
}
