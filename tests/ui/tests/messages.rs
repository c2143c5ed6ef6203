//! What is true of the errors of all cases: they are short, and they name nothing that a user cannot look up.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// The longest file: a screen.
const MAX_LINES: usize = 40;

/// The items of `odata_core::__private` that its documentation has, too.
const PUBLIC: &[&str] = &[
    "Annotations",
    "BagField",
    "BaseResource",
    "Box",
    "ControlInformation",
    "Default",
    "DynamicProperties",
    "DynamicResource",
    "EnumType",
    "Err",
    "Error",
    "Flags",
    "Member",
    "NavigationField",
    "None",
    "ODataEnum",
    "ODataFlags",
    "ODataResource",
    "ODataType",
    "Ok",
    "Option",
    "Patchable",
    "PatchedBase",
    "Path",
    "Primitive",
    "Property",
    "PropertyType",
    "Replaceable",
    "Result",
    "Some",
    "String",
    "StructuredType",
    "TypeKind",
    "TypeRef",
    "UnknownMember",
    "UnknownText",
    "Validate",
    "Variant",
    "Vec",
    "Violation",
    "Violations",
];

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The `.stderr` files in a folder and those inside.
fn messages(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            messages(&path, found)?;
        } else if path.extension().is_some_and(|it| it == "stderr") {
            found.push(path);
        }
    }
    Ok(())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// The types and traits that only generated code refers to.
fn internals() -> io::Result<BTreeSet<String>> {
    let library = fs::read_to_string(folder().join("../../odata-core/src/lib.rs"))?;
    let start = library.find("pub mod __private").unwrap_or_default();
    let code = library.get(start..).unwrap_or_default().lines();
    let names = code
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(words)
        .filter(|it| it.starts_with(char::is_uppercase) && !PUBLIC.contains(it))
        .map(str::to_owned);
    Ok(names.collect())
}

/// What a line says, without the code that it shows.
fn message(line: &str) -> &str {
    let has_code = (line.split_once('|'))
        .is_some_and(|(number, _)| number.trim().chars().all(|it| it.is_ascii_digit()));
    if has_code { "" } else { line }
}

#[test]
fn no_message_is_long_or_names_an_internal_item() -> io::Result<()> {
    let internals = internals()?;
    assert!(internals.contains("ReadResource"), "{internals:?}");
    let mut files = Vec::new();
    messages(folder(), &mut files)?;
    assert!(files.len() > 200, "{}", files.len());
    for file in files {
        let text = fs::read_to_string(&file)?;
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{}: {lines} lines", file.display());
        let source = fs::read_to_string(file.with_extension("rs"))?;
        let own: BTreeSet<&str> = words(&source).collect();
        let said = text.lines().map(message).flat_map(words);
        for word in said.filter(|it| !own.contains(it)) {
            let is_hidden = word.starts_with("__") && word.contains(char::is_alphabetic);
            assert!(
                !is_hidden && !internals.contains(word),
                "{}: `{word}` is internal",
                file.display()
            );
        }
    }
    Ok(())
}
