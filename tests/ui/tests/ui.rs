//! The exact errors of the compiler for each mistake, and items that compile: a folder for each topic, a file for each case.
//!
//! The `.stderr` files are from the pinned toolchain. `TRYBUILD=overwrite cargo test -p odata-ui` writes them anew: read them before
//! committing, since each error should help the person who made the mistake. `cargo test -p odata-ui -- ui trybuild=NAME` runs one case.

use std::{fs, io, path::Path};

/// The folders of cases: all but those of the package itself.
fn topics() -> io::Result<Vec<String>> {
    let mut topics = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && !["pass", "src", "target", "tests"].contains(&&*name) {
            topics.push(name);
        }
    }
    topics.sort();
    Ok(topics)
}

#[test]
fn ui() -> io::Result<()> {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    for topic in topics()? {
        cases.compile_fail(format!("{topic}/*.rs"));
    }
    cases.compile_fail("attributes/*/*.rs");
    Ok(())
}
