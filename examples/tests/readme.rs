//! The README agrees with the code: its examples and their output, its tables, and its error message.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;

const README: &str = include_str!("../../README.md");
const REFERENCE: &str = include_str!("../../odata-core/src/attributes.md");
const MANIFEST: &str = include_str!("../../odata-core/Cargo.toml");

/// Returns the text after `start`, between `opening` and the closing fence.
fn block(start: &str, opening: &str) -> &'static str {
    let (_, rest) = README.split_once(start).expect("the start");
    let (_, rest) = rest.split_once(opening).expect("an opening fence");
    rest.split_once("```").expect("a closing fence").0
}

/// Returns the cells of the table under a heading, without its head.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, rest) = README.split_once(heading).expect("the heading");
    rest.lines()
        .skip_while(|line| !line.starts_with("|---"))
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// Returns the texts in backticks.
fn codes(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_first_example_is_first_rs_and_its_output() {
    let (_, program) = include_str!("../first.rs")
        .split_once("\n\n")
        .expect("code under the heading");
    assert_eq!(block("# odata-core", "```rust\n"), program);
    let output = program::run("first", &[], "");
    assert_eq!((output.code, &*output.stderr), (0, ""));
    assert_eq!(output.stdout, block("It prints:", "```text\n"));
}

#[test]
fn the_request_is_the_output_of_resume() {
    let arguments = ["--deny", "--detail", "Conflicts with another role"];
    let output = program::run("resume", &arguments, "");
    let (command, printed) = block("## Try it", "```console\n")
        .split_once('\n')
        .expect("a command");
    assert_eq!(
        command,
        "$ cargo run --quiet --example resume -- --deny --detail \"Conflicts with another role\""
    );
    assert_eq!(output.stdout, printed);
}

#[test]
fn the_table_of_attributes_has_every_key() {
    let named: BTreeSet<&str> = table("## Attributes")
        .into_iter()
        .flat_map(|row| codes(row.get(1).expect("a key")))
        .collect();
    // The anchor of a key is `<a id="struct-name">`; that of a rule begins with `rule-`.
    let keys: BTreeSet<&str> = REFERENCE
        .split("<a id=\"")
        .skip(1)
        .filter_map(|anchor| anchor.split('"').next()?.split_once('-'))
        .filter(|(prefix, _)| *prefix != "rule")
        .map(|(_, key)| key)
        .collect();
    assert_eq!(named, keys);
}

#[test]
fn the_table_of_features_has_every_feature() {
    let named: BTreeSet<&str> = README
        .split_once("| Feature of ")
        .expect("the table")
        .1
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(codes)
        .collect();
    let features: BTreeSet<&str> = MANIFEST
        .lines()
        .skip_while(|line| *line != "[features]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .filter(|name| *name != "default")
        .collect();
    assert_eq!(named, features);
}

#[test]
fn the_error_message_is_that_of_the_derive() {
    let shown = block("One run of the compiler", "```text\n");
    let actual = include_str!("../../tests/ui/attributes/field/nullable.stderr");
    assert_eq!(
        shown.replace("src/main.rs", "attributes/field/nullable.rs"),
        actual
    );
}
