use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{Form, Key, Target, of};

const REFERENCE: &str = include_str!("../../../../odata-core/src/attributes.md");

/// The heading of each target's keys, the prefix of their anchors, and the folder of their cases in `tests/ui/attributes`.
const SECTIONS: [(&str, &str, &str, Target); 6] = [
    ("Keys of a struct", "struct", "resource", Target::Struct),
    ("Keys of a field", "field", "field", Target::Field),
    (
        "Keys of a hierarchy",
        "hierarchy",
        "hierarchy",
        Target::Hierarchy,
    ),
    ("Keys of a variant", "variant", "variant", Target::Variant),
    (
        "Keys of an enumeration",
        "enum",
        "enumeration",
        Target::Enumeration,
    ),
    ("Keys of a member", "member", "member", Target::Member),
];

/// Returns the text of each key in a section, by its anchor.
fn documented(heading: &str) -> BTreeMap<&'static str, &'static str> {
    let (_, rest) = REFERENCE
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_default();
    let section = rest.split("\n## ").next().unwrap_or_default();
    section
        .split("<a id=\"")
        .skip(1)
        .filter_map(|key| key.split_once("\"></a>"))
        .collect()
}

/// Returns the use in the heading of a key's text: ``#### `name = "user"` ``.
fn documented_use(text: &str) -> &str {
    text.split("\n#### `")
        .nth(1)
        .and_then(|it| it.split("`\n").next())
        .unwrap_or_default()
}

/// Returns whether the documented use has the form of the key.
fn has_form(code: &str, key: &Key) -> bool {
    let rest = code.strip_prefix(key.name).unwrap_or("-");
    let (is_value, is_list) = (rest.starts_with(" = "), rest.starts_with('('));
    match key.form {
        Form::Flag => rest.is_empty(),
        Form::Value => is_value,
        Form::FlagOrValue => rest.is_empty() || is_value,
        Form::List => is_list,
    }
}

#[test]
fn the_reference_has_an_anchor_for_each_key_and_no_other() {
    for (heading, prefix, _, target) in SECTIONS {
        let anchors: BTreeSet<String> = documented(heading)
            .keys()
            .map(|it| (*it).to_owned())
            .collect();
        let keys: BTreeSet<String> = of(target)
            .map(|key| format!("{prefix}-{}", key.name))
            .collect();
        assert_eq!(anchors, keys, "{heading}");
    }
}

#[test]
fn the_reference_shows_each_key_in_its_form_with_an_example_and_its_default() {
    for (heading, prefix, _, target) in SECTIONS {
        let documented = documented(heading);
        for key in of(target) {
            let anchor = format!("{prefix}-{}", key.name);
            let text = documented.get(anchor.as_str()).copied().unwrap_or_default();
            let code = documented_use(text);
            assert!(has_form(code, key), "{anchor}: `{code}`");
            assert!(
                text.contains("Required.") || text.contains("Default:"),
                "{anchor} has no default"
            );
            assert!(text.contains("```\n"), "{anchor} has no example");
        }
    }
}

#[test]
fn each_key_on_each_target_has_a_case_that_shows_the_error_for_its_misuse() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui/attributes");
    for (_, _, folder, target) in SECTIONS {
        for key in of(target) {
            let case = cases.join(folder).join(key.name);
            for extension in ["rs", "stderr"] {
                let file = case.with_extension(extension);
                assert!(file.is_file(), "there is no {}", file.display());
            }
        }
    }
}

#[test]
fn a_key_has_one_entry_for_a_target() {
    for (heading, _, _, target) in SECTIONS {
        let names: Vec<&str> = of(target).map(|key| key.name).collect();
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), distinct.len(), "{heading}");
    }
}
