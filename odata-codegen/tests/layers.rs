//! The modules of `odata-codegen` and `odata-csdl` are ordered: a module imports only from modules above it in these lists, and the
//! files inside a module have no cycles.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const CODEGEN: [&str; 10] = [
    "diagnostic",
    "options",
    "source",
    "model",
    "rules",
    "select",
    "plan",
    "emit",
    "pipeline",
    "cli",
];

const CSDL: [&str; 8] = [
    "location",
    "diagnostic",
    "identifier",
    "model",
    "alias",
    "xml",
    "json",
    "format",
];

/// The files that each file imports, by module path: `emit/field` for `src/emit/field.rs`.
type Imports = BTreeMap<String, BTreeSet<String>>;

fn imports(src: &Path) -> Imports {
    let mut texts = BTreeMap::new();
    collect(src, "", &mut texts);
    let resolve = |from: &str, path: &str| {
        let (folder, _) = from.rsplit_once('/').unwrap_or(("", from));
        let mut segments = path.split("::");
        let mut module: Vec<&str> = match segments.next() {
            Some("crate") => Vec::new(),
            Some("super") => folder.split('/').filter(|it| !it.is_empty()).collect(),
            Some(child) => from.split('/').chain([child]).collect(),
            None => Vec::new(),
        };
        for segment in segments {
            module.push(segment);
            if !texts.contains_key(&module.join("/")) {
                module.pop();
                break;
            }
        }
        let module = module.join("/");
        (texts.contains_key(&module) && module != from).then_some(module)
    };
    texts
        .iter()
        .map(|(file, text)| {
            let found = paths(text)
                .into_iter()
                .filter_map(|path| resolve(file, &path));
            (file.clone(), found.collect())
        })
        .collect()
}

fn collect(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("the name is UTF-8");
        if path.is_dir() {
            collect(&path, &format!("{prefix}{stem}/"), texts);
        } else if !matches!(stem, "lib" | "main") {
            let text = fs::read_to_string(&path).expect("the file can be read");
            texts.insert(format!("{prefix}{stem}"), text);
        }
    }
}

/// The paths of the `use` declarations, with nested ones expanded, and paths in the code that start with `crate::`.
fn paths(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let code: Vec<&str> = text
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join(" ");
    for (index, _) in code.match_indices("use ") {
        let end = code[index..]
            .find(';')
            .map_or(code.len(), |end| index + end);
        expand("", &code[index + 4..end], &mut found);
    }
    for (index, _) in code.match_indices("crate::") {
        let path: String = code[index..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':'))
            .collect();
        found.push(path);
    }
    found
}

fn expand(prefix: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree);
        return found.push(format!("{prefix}{path}"));
    };
    let prefix = format!("{prefix}{}", &tree[..open]);
    let (mut depth, mut start) = (0, open + 1);
    for (index, character) in tree.char_indices().skip_while(|(index, _)| *index <= open) {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                if !tree[start..index].trim().is_empty() {
                    expand(&prefix, &tree[start..index], found);
                }
                start = index + 1;
            }
            _ => {}
        }
    }
}

fn layer(file: &str) -> &str {
    file.split('/').next().unwrap_or(file)
}

/// The imports against the order, and the cycles inside a module.
fn violations(imports: &Imports, order: &[&str]) -> Vec<String> {
    let rank = |file: &str| order.iter().position(|name| *name == layer(file));
    let mut found = Vec::new();
    for (file, imported) in imports {
        if rank(file).is_none() {
            found.push(format!("{file} is not in the list"));
        }
        for target in imported.iter().filter(|target| rank(target) > rank(file)) {
            found.push(format!("{file} imports {target} from below"));
        }
        let mut reached = BTreeSet::new();
        let mut open: Vec<&String> = imported.iter().collect();
        while let Some(next) = open.pop() {
            if layer(next) == layer(file) && reached.insert(next) {
                open.extend(&imports[next]);
            }
        }
        if reached.contains(file) {
            found.push(format!("{file} imports itself through other files"));
        }
    }
    found
}

fn assert_ordered(src: &str, order: &[&str]) {
    let imports = imports(Path::new(src));
    let edges: usize = imports.values().map(BTreeSet::len).sum();
    assert!(edges > imports.len() / 2, "imports are found: {imports:?}");
    assert_eq!(violations(&imports, order), [""; 0]);
}

#[test]
fn modules_of_odata_codegen_import_only_from_above() {
    assert_ordered("src", &CODEGEN);
}

#[test]
fn modules_of_odata_csdl_import_only_from_above() {
    assert_ordered("../odata-csdl/src", &CSDL);
}

#[test]
fn an_import_from_below_and_a_cycle_are_violations() {
    let file = |name: &str, imports: &[&str]| {
        let imports = imports.iter().map(|it| (*it).to_owned()).collect();
        (name.to_owned(), imports)
    };
    let imports = [
        file("plan", &["emit/docs"]),
        file("emit/docs", &["emit/field", "plan"]),
        file("emit/field", &["emit/docs"]),
    ];
    assert_eq!(
        violations(&imports.into(), &["plan", "emit"]),
        [
            "emit/docs imports itself through other files",
            "emit/field imports itself through other files",
            "plan imports emit/docs from below"
        ]
    );
    assert_eq!(
        paths("use crate::{a::{b, c as d}, e};\nfn f() { crate::g::h(); }"),
        [
            "crate::a::b",
            "crate::a::c",
            "crate::e",
            "crate::",
            "crate::g::h"
        ]
    );
}
