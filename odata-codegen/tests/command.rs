//! The command from outside.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{
    path::PathBuf,
    process::{Command, Output},
};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_odata-codegen"))
        .args(arguments)
        .output()
        .expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn help_starts_with_an_example_and_needs_no_metadata() {
    let output = run(&["--help"]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("START HERE"));
}

#[test]
fn completions_for_a_shell_need_no_metadata() {
    let output = run(&["--completions", "bash"]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("--strict-model"));
}

#[test]
fn wrong_arguments_are_status_2_and_wrong_input_is_status_1() {
    assert_eq!(run(&["--metadata"]).status.code(), Some(2));
    let output = run(&["--metadata", "tests/no-such-file.xml", "--list"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).starts_with("error[input]: tests/no-such-file.xml: "),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn a_list_shows_types_and_their_rust_paths_and_writes_nothing() {
    let output = run(&[
        "--metadata",
        "tests/racks",
        "--include",
        "Rack.v1_1_0.*",
        "--list",
    ]);
    let list = text(&output.stdout);
    assert!(
        list.contains("complex  Rack.v1_1_0.Door -> rack::v1_1_0::Door, rack::v1_1_0::AnyDoor\n"),
        "{list}"
    );
}

#[test]
fn a_finding_shows_its_line_of_the_metadata() {
    let folder = Folder::new("finding");
    let path = folder.metadata(1);
    let output = run(&["--metadata", &path, "--list"]);
    assert_eq!(
        text(&output.stderr),
        format!(
            "\
warning[key-missing]: the entity type `shop.item0` has no key: declare or inherit one, or make the type abstract
 --> {path}:4:19
  |
4 | <EntityType Name=\"item0\"/>
  |                   ^^^^^ in this `EntityType`
"
        )
    );
}

#[test]
fn many_findings_are_grouped_by_rule_unless_all_are_requested() {
    let folder = Folder::new("findings");
    let path = folder.metadata(30);
    let grouped = text(&run(&["--metadata", &path, "--list"]).stderr);
    assert_eq!(
        grouped,
        format!(
            "warning: 30 × key-missing, first at {path}:4:19: the entity type `shop.item0` has no key: declare or inherit one, or make the \
             type abstract; --verbose for all\n"
        )
    );
    for option in [&["--list", "--verbose"][..], &["--check"]] {
        let output = run(&[&["--metadata", &path], option].concat());
        let all = text(&output.stderr);
        assert_eq!(all.matches("warning[key-missing]").count(), 30, "{all}");
    }
}

#[test]
fn findings_that_change_types_are_first_and_the_summary_is_short() {
    let names = [
        "bounds",
        "keys",
        "members_without_values",
        "names_that_are_no_identifiers",
        "type_definitions",
    ];
    let paths = names.map(|name| format!("tests/inputs/{name}.xml"));
    let mut arguments = vec!["--list", "--metadata"];
    arguments.extend(paths.iter().map(String::as_str));
    let shown = text(&run(&arguments).stderr);
    assert!(shown.lines().count() <= 40, "{shown}");

    arguments.push("--verbose");
    let all = text(&run(&arguments).stderr);
    assert!(all.lines().count() > 100, "{all}");
    for text in [&shown, &all] {
        let position = |rule: &str| {
            let one_or_group = [format!("[{rule}]"), format!(" × {rule},")];
            let found = one_or_group.iter().find_map(|it| text.find(it));
            found.unwrap_or_else(|| panic!("no {rule}: {text}"))
        };
        let last_change =
            ["bound-value", "enum-value", "key-unmarked", "type-left-out"].map(position);
        let first_other = ["enum-range", "facet-value", "identifier", "key-type"].map(position);
        assert!(
            last_change.iter().max() < first_other.iter().min(),
            "{text}"
        );
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_an_error_and_not_an_empty_one() {
    let folder = Folder::new("unreadable");
    let path = folder.0.join("file");
    std::fs::write(&path, "").expect("the folder is writable");
    let generated = odata_codegen::Config::new()
        .metadata("tests/racks")
        .generate()
        .expect("the metadata is valid");
    let error = generated.check_folder(&path).expect_err("it is a file");
    assert_eq!(error.diagnostics().len(), 1, "{error}");
    assert!(
        error.to_string().contains(&format!("{}: ", path.display())),
        "{error}"
    );
}

/// A folder of temporary files, removed at the end of a test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("odata-codegen-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("the folder can be made");
        Self(path)
    }

    /// Writes metadata of entity types without a key, each in a line, and returns the path.
    fn metadata(&self, types: usize) -> String {
        let types: String = (0..types)
            .map(|index| format!("<EntityType Name=\"item{index}\"/>\n"))
            .collect();
        let path = self.0.join("shop.xml");
        let text = format!(
            "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">
<edmx:DataServices>
<Schema Namespace=\"shop\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">
{types}</Schema>
</edmx:DataServices>
</edmx:Edmx>
"
        );
        std::fs::write(&path, text).expect("the file can be written");
        path.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that is left behind does not fail the test.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn progress_is_not_written_to_a_pipe() {
    let output = run(&["--metadata", "tests/racks", "--list", "--quiet"]);
    assert!(output.status.success());
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn a_dry_run_names_the_files() {
    let output = run(&[
        "--metadata",
        "tests/racks",
        "--out",
        "src/racks",
        "--dry-run",
    ]);
    assert!(
        text(&output.stdout).contains("would write src/racks/mod.rs ("),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn a_check_finds_what_breaks_the_rules() {
    let output = run(&["--metadata", "tests/racks", "--check", "--strict-model"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("error[type-unknown]: no file defines `Lock.v1_0_0.Lock`"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn an_unchanged_file_is_not_written_again() {
    let folder = std::env::temp_dir().join(format!("odata-codegen-{}", std::process::id()));
    let out = folder.display().to_string();
    let written = || {
        std::fs::metadata(folder.join("mod.rs"))
            .and_then(|file| file.modified())
            .expect("the file is there")
    };
    assert!(
        run(&["--metadata", "tests/racks", "--out", &out])
            .status
            .success()
    );
    let first = written();
    assert!(
        run(&["--metadata", "tests/racks", "--out", &out])
            .status
            .success()
    );
    assert_eq!(written(), first);
    std::fs::remove_dir_all(folder).expect("the folder can go");
}

#[test]
fn a_generated_folder_is_compared_with_what_would_be_generated() {
    let folder = std::env::temp_dir().join(format!("odata-check-{}", std::process::id()));
    let out = folder.to_string_lossy().into_owned();
    let arguments = ["--metadata", "tests/racks", "--quiet"];
    let with = |option: &str| run(&[&arguments[..], &[option, &out]].concat());
    assert_eq!(with("--check-generated").status.code(), Some(1));
    assert!(with("--out").status.success());
    let output = with("--check-generated");
    assert_eq!(text(&output.stdout), format!("{out}: up to date\n"));

    let path = folder.join("mod.rs");
    let before = std::fs::read_to_string(&path).expect("the file is written");
    std::fs::write(&path, before.replacen("\n", "\n// by hand\n", 1)).expect("it is writable");
    let old = folder.join("old.rs");
    std::fs::copy(&path, &old).expect("it is writable");
    std::fs::write(folder.join("own.rs"), "// Mine.\n").expect("it is writable");
    let output = with("--check-generated");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        format!(
            "error[generated]: {} differs from what is generated now: generate it again with `--out`\n                  - // by hand\nerror[generated]: {} is no longer generated\n",
            path.display(),
            old.display()
        )
    );
    std::fs::remove_dir_all(folder).expect("it is a folder");
}
