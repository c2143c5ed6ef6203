//! Words of CSDL, serde and other libraries that people write for a key, and what to write here.

use super::{keys::Target, serde};

/// Words with their replacements, which depend on whether the attribute is on a type or on a field.
const WORDS: &[(&[&str], On, &str)] = &[
    // Rules of a value.
    (
        &["length", "max_length", "min_length", "len", "size"],
        On::Field,
        "`validate(length(max = 3))`",
    ),
    (
        &["range", "min", "max", "minimum", "maximum"],
        On::Field,
        "`validate(range(min = 1, max = 5))`",
    ),
    (
        &["required"],
        On::Field,
        "`validate(required)` for an `Option`; other types are required without it",
    ),
    (
        &["one_of", "allowed_values", "enum"],
        On::Field,
        "`validate(one_of(A, B))`",
    ),
    (
        &["digits", "precision", "scale"],
        On::Field,
        "`validate(digits(precision = 9, scale = 2))`",
    ),
    (&["custom"], On::Field, "`validate(custom = my_check)`"),
    (&["each"], On::Field, "`validate(each(length(max = 3)))`"),
    (
        &["nested"],
        On::Field,
        "not needed: the rules of a property's type always run",
    ),
    (
        &["regex", "pattern", "email", "url"],
        On::Field,
        "`validate(custom = my_check)`",
    ),
    // Keys of a field.
    (
        &["ignore", "ignored", "exclude", "transient", "not_mapped"],
        On::Field,
        "`skip`",
    ),
    (
        &["type", "ty", "edm_type", "type_name", "odata_type"],
        On::Field,
        "`edm = \"Edm.String\"`",
    ),
    (
        &["read_only", "readonly", "immutable", "generated"],
        On::Field,
        "`computed` for a property that the service computes",
    ),
    (
        &[
            "dynamic",
            "extra",
            "additional_properties",
            "additional",
            "undeclared",
            "open",
        ],
        On::Field,
        "`dynamic_properties`",
    ),
    (
        &["annotation", "instance_annotations"],
        On::Field,
        "`annotations`",
    ),
    (
        &["context", "control_information", "metadata"],
        On::Field,
        "`control`",
    ),
    (
        &["nav", "navigation_property", "relation", "expand"],
        On::Field,
        "a field of type `Nav<T>` or `NavCollection<T>`",
    ),
    (
        &[
            "derived_type_constraint",
            "allowed",
            "allowed_types",
            "types",
        ],
        On::Field,
        "`derived_types(A, B)`",
    ),
    (&["primary_key", "pk", "is_key"], On::Field, "`key`"),
    (
        &["parent", "extends", "inherits", "base_type", "super"],
        On::Field,
        "`base`",
    ),
    (&["optional"], On::Field, "an `Option<T>`"),
    (
        &["not_null", "non_null", "nonnull"],
        On::Field,
        "`nullable = false` for an `Option`; other types are never null",
    ),
    (&["default_value"], On::Field, "`default = my_function`"),
    (
        &["unicode", "precision", "scale", "srid", "max_items"],
        On::Field,
        "not supported: write a rule with `validate(...)`",
    ),
    // Keys of a type.
    (
        &["open_type", "is_open", "additional_properties"],
        On::Type,
        "`open`, with a field that has `#[odata(dynamic_properties)]`",
    ),
    (
        &[
            "extends",
            "inherits",
            "base",
            "base_type",
            "parent",
            "super",
        ],
        On::Type,
        "`#[odata(base)]` on a field that holds the base",
    ),
    (&["entity", "entity_type"], On::Type, "`kind = entity`"),
    (&["complex", "complex_type"], On::Type, "`kind = complex`"),
    (&["is_abstract", "abstract_type"], On::Type, "`abstract`"),
    (&["schema", "ns"], On::Type, "`namespace = \"...\"`"),
    (&["schema_namespace"], On::Type, "`namespace = \"...\"`"),
    (
        &["case", "naming"],
        On::Type,
        "`rename_all = \"PascalCase\"`",
    ),
    (
        &["key"],
        On::Type,
        "`#[odata(key)]` on the field of the key",
    ),
    (&["is_flags", "bitflags"], On::Type, "`flags`"),
    (
        &["underlying_type", "repr"],
        On::Type,
        "`underlying = \"Edm.Int64\"`",
    ),
    (
        &["derived", "types", "variants", "base"],
        On::Hierarchy,
        "`hierarchy = Base`",
    ),
    (&["discriminant"], On::Member, "`value = 1`"),
    (
        &["catch_all", "unknown", "fallback"],
        On::Variants,
        "`other`",
    ),
    // On everything.
    (
        &["cfg", "cfg_attr"],
        On::Anything,
        "`#[cfg_attr(feature = \"...\", odata(...))]` on the item",
    ),
    (
        &["rename", "wire_name", "odata_name"],
        On::Anything,
        "`name = \"...\"`",
    ),
];

/// The place where a word is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On {
    Field,
    Type,
    Hierarchy,
    Member,
    Variants,
    Anything,
}

impl On {
    fn includes(self, target: Target) -> bool {
        match self {
            On::Field => target == Target::Field,
            On::Type => matches!(target, Target::Struct | Target::Enumeration),
            On::Hierarchy => target == Target::Hierarchy,
            On::Member => target == Target::Member,
            On::Variants => matches!(target, Target::Variant | Target::Member),
            On::Anything => true,
        }
    }
}

/// Returns `; write ...` with the key for a word that is not a key; `None` if there is nothing to write instead.
pub(super) fn hint(word: &str, target: Target) -> Option<String> {
    // `maxLength` and `MaxLength` as well as `max_length`.
    let snake_case = snake_case(word);
    let is_same = |it: &&str| **it == snake_case;
    let found = WORDS
        .iter()
        .find(|(words, on, _)| on.includes(target) && words.iter().any(&is_same));
    if let Some((_, _, replacement)) = found {
        return Some(if replacement.starts_with("not ") {
            format!("; it is {replacement}")
        } else {
            format!("; write {replacement}")
        });
    }
    serde::replacement_of(word).map(|it| format!("; serde's `{word}` is {it}"))
}

fn snake_case(word: &str) -> String {
    let mut snake_case = String::new();
    for c in word.chars() {
        if c.is_ascii_uppercase() && !snake_case.is_empty() && !snake_case.ends_with('_') {
            snake_case.push('_');
        }
        snake_case.push(c.to_ascii_lowercase());
    }
    snake_case
}
