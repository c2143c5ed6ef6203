//! A service with PascalCase names, versioned namespaces, a file per resource, references between them, and one file missing.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;

use odata_codegen::{Config, Generated, Severity};

fn racks() -> Config {
    Config::new()
        .metadata("tests/racks/Rack_v1.xml")
        .actions(true)
}

fn generated(config: &Config) -> Generated {
    config.generate().expect("the racks are a good model")
}

/// The whole text, byte for byte. `UPDATE_EXPECTED=1 cargo test -p odata-codegen` writes it anew: read the difference before committing it.
#[test]
fn the_generated_code_is_as_expected() {
    let text = generated(&racks()).text().to_owned();
    let expected = "tests/racks/expected.rs";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(expected, &text).expect("the expectation can be written");
    }
    assert!(
        text == fs::read_to_string(expected).expect("there is an expectation"),
        "the text changed:\n{text}"
    );
}

#[test]
fn a_referenced_document_in_the_same_folder_is_read() {
    let generated = generated(&racks());
    let names: Vec<_> = generated
        .inputs()
        .iter()
        .filter_map(|path| path.file_name())
        .collect();
    assert_eq!(names, ["Rack_v1.xml", "Thing_v1.xml", "Fan_v1.xml"]);
}

#[test]
fn a_folder_generates_the_same_types_as_its_files() {
    let all = generated(&Config::new().metadata("tests/racks").actions(true));
    assert_eq!(all.types().len(), generated(&racks()).types().len());
    assert!(
        all.text() == generated(&Config::new().metadata("tests/racks").actions(true)).text(),
        "two runs differ"
    );
}

#[test]
fn a_type_that_no_file_defines_is_reported_once_and_is_an_error_only_in_strict_runs() {
    let found: Vec<_> = generated(&racks())
        .diagnostics()
        .iter()
        .filter(|found| found.rule == "type-unknown")
        .cloned()
        .collect();
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "tests/racks/Rack_v1.xml:36:37: warning[type-unknown]: no file defines `Lock.v1_0_0.Lock` (its namespace is in \
          http://racks.example/schemas/v1/Lock_v1.xml), used by `Rack.v1_0_0.Rack/Lock`: it is read as a dynamic value"
        ]
    );
    let error = racks()
        .strict(true)
        .generate()
        .expect_err("the run is strict");
    assert!(
        error
            .diagnostics()
            .iter()
            .any(|found| found.rule == "type-unknown" && found.severity == Severity::Error)
    );
}

#[test]
fn a_namespace_is_a_module_also_as_a_folder() {
    let generated = generated(&racks());
    let files: Vec<_> = generated
        .files()
        .keys()
        .map(|path| path.display().to_string().replace('\\', "/"))
        .collect();
    assert_eq!(
        files,
        [
            "fan/v1_0_0.rs",
            "fan.rs",
            "mod.rs",
            "rack/v1_0_0.rs",
            "rack/v1_1_0.rs",
            "rack.rs",
            "thing/v1_0_0.rs",
            "thing.rs"
        ]
    );
}
