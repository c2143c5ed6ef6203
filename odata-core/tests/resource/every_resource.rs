//! Every resource of the tests is in a list of `round_trips!`, in the file that declares it.

use std::{fs, path::Path};

/// Reads the Rust files of a folder and its subfolders.
fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push((
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

/// The names of the resources that a file declares, except those of abstract types, which have no values.
fn resources(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut attributes: Option<String> = None;
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("#[derive(") && line.contains("ODataResource") {
            attributes = Some(String::new());
        }
        let Some(all) = &mut attributes else {
            continue;
        };
        let item = line.strip_prefix("pub(super) ").unwrap_or(line);
        match item
            .strip_prefix("struct ")
            .or_else(|| item.strip_prefix("enum "))
        {
            Some(item) => {
                let is_abstract = all.contains(" abstract");
                let name = item.split(|it: char| !it.is_alphanumeric()).next();
                names.extend(name.filter(|_| !is_abstract));
                attributes = None;
            }
            None => all.push_str(line),
        }
    }
    names
}

#[test]
fn every_resource_of_the_tests_is_in_a_list_of_round_trips() {
    let mut all = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"),
        &mut all,
    );
    let mut count = 0;
    for (path, text) in all {
        let listed = text.split_once("round_trips! {").map_or("", |it| it.1);
        let listed: Vec<&str> = listed.split(|it: char| !it.is_alphanumeric()).collect();
        for name in resources(&text) {
            count += 1;
            assert!(listed.contains(&name), "{path}: `{name}` is in no list");
        }
    }
    assert!(count > 130, "{count}");
}
