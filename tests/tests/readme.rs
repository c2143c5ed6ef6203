//! The table of features in `README.md` names tests that exist.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{fs, path::Path};

/// The number and the last column of each row.
fn rows(text: &str) -> Vec<(usize, &str)> {
    text.lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
            let number = cells.next()?.parse().ok()?;
            Some((number, cells.nth(1)?))
        })
        .collect()
}

#[test]
fn every_feature_has_an_existing_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join("tests/README.md")).unwrap();
    let rows = rows(&text);
    assert_eq!(rows.len(), 126);
    for (at, (number, shown_by)) in rows.into_iter().enumerate() {
        assert_eq!(number, at + 1, "rows are numbered");
        if shown_by.starts_with("out of scope: ") || shown_by.starts_with("not yet: ") {
            continue;
        }
        let tests: Vec<_> = shown_by
            .split('`')
            .filter_map(|it| it.split_once("::"))
            .collect();
        assert!(!tests.is_empty(), "row {number} names no test");
        for (file, name) in tests {
            let source = fs::read_to_string(root.join(file))
                .unwrap_or_else(|error| panic!("row {number}: {file}: {error}"));
            // A test function, or a case of a macro that expands to one.
            let is_there = source.contains(&format!("fn {name}("))
                || source.contains(&format!("\n    {name}:"));
            assert!(is_there, "row {number}: no test {name} in {file}");
        }
    }
}
