//! The book quotes what is true: the compiler's messages and the figures of the README, and every chapter is in its list.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn guide(file: &str) -> String {
    fs::read_to_string(root().join("odata-core/src/guide").join(file)).unwrap()
}

/// Returns the files with this extension below a folder.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found
}

#[test]
fn each_error_message_is_one_of_the_compiler() {
    let mut messages = BTreeSet::new();
    for file in files(&root().join("tests/ui"), "stderr") {
        let text = fs::read_to_string(file).unwrap();
        messages.extend(text.lines().map(str::to_owned));
    }
    // A long message has several lines in the chapter, and the lines after the first are indented.
    let chapter = guide("errors.md").replace("\n       ", " ");
    let quoted: Vec<_> = chapter
        .lines()
        .filter(|line| line.starts_with("error"))
        .collect();
    assert!(quoted.len() > 15);
    let wrong: Vec<_> = quoted
        .into_iter()
        .filter(|line| !messages.contains(*line))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_figure_is_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let chapter = guide("performance.md");
    let rows: Vec<_> = chapter
        .lines()
        .filter(|line| {
            line.split('|')
                .any(|cell| cell.trim().parse::<f64>().is_ok())
        })
        .collect();
    assert!(rows.len() > 5);
    // The chapter has the first columns of the README's tables.
    let other: Vec<_> = rows
        .into_iter()
        .map(|row| row.trim_end_matches('|'))
        .filter(|row| !readme.lines().any(|line| line.starts_with(row)))
        .collect();
    assert!(other.is_empty(), "not in README.md: {other:#?}");
}

#[test]
fn every_chapter_is_in_the_list() {
    let list = fs::read_to_string(root().join("odata-core/src/guide.rs")).unwrap();
    for file in files(&root().join("odata-core/src/guide"), "md") {
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            list.contains(&format!("]({name}) |")),
            "{name} is not in a table"
        );
        assert!(
            list.contains(&format!("mod {name} {{}}")),
            "{name} is not a module"
        );
    }
}
