//! THE table of attribute keys: names, places, forms and what each does. Parsing, messages and the reference page read it.

/// Where an attribute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On a struct that derives `ODataResource`.
    Resource,
    /// On a field of one.
    Field,
    /// On an enum that derives `ODataResource`.
    Hierarchy,
    /// On a variant of one.
    Variant,
    /// On an enum that derives `ODataEnum`.
    Enumeration,
    /// On a variant of one.
    Member,
}

impl Place {
    pub(crate) fn described(self) -> &'static str {
        match self {
            Place::Resource => "a resource",
            Place::Field => "a field",
            Place::Hierarchy => "a hierarchy",
            Place::Variant => "a variant of a hierarchy",
            Place::Enumeration => "an enumeration",
            Place::Member => "a member of an enumeration",
        }
    }
}

/// How a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `key`.
    Flag,
    /// `key = value`.
    Value,
    /// `key` or `key = value`.
    FlagOrValue,
    /// `key(...)`.
    List,
}

/// One key, as it is written in some places. Where it is written otherwise elsewhere, it has another entry for those.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) places: &'static [Place],
    pub(crate) form: Form,
    /// A use that is right.
    pub(crate) example: &'static str,
    /// What it does, in a few words that go on from "it".
    pub(crate) effect: &'static str,
}

use Form::{Flag, FlagOrValue, List, Value};
use Place::{Enumeration, Field, Hierarchy, Member, Resource, Variant};

const fn key(
    name: &'static str,
    places: &'static [Place],
    form: Form,
    example: &'static str,
    effect: &'static str,
) -> Key {
    Key {
        name,
        places,
        form,
        example,
        effect,
    }
}

/// Every key there is.
pub(crate) const KEYS: &[Key] = &[
    key(
        "namespace",
        &[Resource, Enumeration],
        Value,
        "namespace = \"microsoft.graph\"",
        "names the schema that the type belongs to",
    ),
    key(
        "name",
        &[Resource, Enumeration],
        Value,
        "name = \"user\"",
        "gives the type another name than its own in the case of `rename_all`",
    ),
    key(
        "name",
        &[Field],
        Value,
        "name = \"displayName\"",
        "gives the property another name than the field's in the case of `rename_all`",
    ),
    key(
        "name",
        &[Member],
        Value,
        "name = \"unknownFutureValue\"",
        "gives the member another name than the variant's in the case of `rename_all`",
    ),
    key(
        "rename_all",
        &[Resource, Enumeration],
        Value,
        "rename_all = \"PascalCase\"",
        "chooses how Rust names become OData names: `camelCase` (without it), `PascalCase` or `verbatim`",
    ),
    key(
        "schema_alias",
        &[Resource, Enumeration],
        Value,
        "schema_alias = \"graph\"",
        "names the schema's alias, by which a type tag may call the type, too",
    ),
    key(
        "write_type",
        &[Resource],
        Value,
        "write_type = \"always\"",
        "says when the type tag is written: `derived` (without it: where the type has a base), `always` or `never`",
    ),
    key(
        "abstract",
        &[Resource],
        Flag,
        "abstract",
        "says that no value is of exactly this type",
    ),
    key(
        "open",
        &[Resource],
        Flag,
        "open",
        "says that instances may have properties that the model does not declare",
    ),
    key(
        "kind",
        &[Resource],
        Value,
        "kind = entity",
        "says `entity` or `complex`; without it, a type with a key is an entity",
    ),
    key(
        "deref",
        &[Resource],
        Flag,
        "deref",
        "gives `Deref` and `DerefMut` to the base",
    ),
    key(
        "patch",
        &[Resource],
        Flag,
        "patch",
        "makes the type of partial updates",
    ),
    key(
        "deny_undeclared",
        &[Resource],
        Flag,
        "deny_undeclared",
        "refuses properties that no level declares",
    ),
    key(
        "validate",
        &[Resource],
        Value,
        "validate = my_check",
        "names a function that checks a whole value",
    ),
    key(
        "validate",
        &[Field],
        List,
        "validate(length(max = 64), custom = my_check)",
        "states rules of the value",
    ),
    key(
        "crate",
        &[Resource, Hierarchy, Enumeration],
        Value,
        "crate = my_odata",
        "says where the runtime is, when it is not `::odata_core`",
    ),
    key(
        "hierarchy",
        &[Hierarchy],
        Value,
        "hierarchy = CustomExtensionData",
        "names the type from which the variants derive",
    ),
    key(
        "known",
        &[Hierarchy],
        Value,
        "known = MODEL_TYPES",
        "names the sorted list of all concrete types of the model, so that one of them which is no variant is told from a new one",
    ),
    key(
        "other",
        &[Variant],
        Flag,
        "other",
        "keeps resources of types that have no variant",
    ),
    key(
        "other",
        &[Member],
        Flag,
        "other",
        "keeps members that have no variant",
    ),
    key(
        "default",
        &[Field],
        FlagOrValue,
        "default = my_default",
        "says what stands in for an absent property: `Default::default()`, or what a function returns",
    ),
    key(
        "default",
        &[Variant],
        Flag,
        "default",
        "marks the type of a value that names none",
    ),
    key(
        "default",
        &[Member],
        Flag,
        "default",
        "marks the member that `Default` gives",
    ),
    key(
        "base",
        &[Field],
        Flag,
        "base",
        "marks the part that the base type declares",
    ),
    key(
        "key",
        &[Field],
        Flag,
        "key",
        "makes the property part of the entity's key, so that null is an error",
    ),
    key(
        "nullable",
        &[Field],
        Value,
        "nullable = false",
        "says that the `Option` may be absent, but not null",
    ),
    key(
        "skip",
        &[Field],
        Flag,
        "skip",
        "keeps the field out of OData; it is read as `Default::default()`",
    ),
    key(
        "computed",
        &[Field],
        Flag,
        "computed",
        "says that the service computes the property",
    ),
    key(
        "atomic",
        &[Field],
        Flag,
        "atomic",
        "has a patch replace the value as a whole",
    ),
    key(
        "navigation",
        &[Field],
        Flag,
        "navigation",
        "makes the property a navigation property",
    ),
    key(
        "dynamic_properties",
        &[Field],
        Flag,
        "dynamic_properties",
        "marks the field that keeps what no level declares",
    ),
    key(
        "annotations",
        &[Field],
        Flag,
        "annotations",
        "marks the field that keeps annotations",
    ),
    key(
        "control",
        &[Field],
        Flag,
        "control",
        "marks the field that keeps control information",
    ),
    key(
        "etag",
        &[Field],
        Flag,
        "etag",
        "marks the field that holds `@odata.etag`",
    ),
    key(
        "id",
        &[Field],
        Flag,
        "id",
        "marks the field that holds `@odata.id`",
    ),
    key(
        "with",
        &[Field],
        Value,
        "with = my_module",
        "names a module with `serialize` and `deserialize` for the field",
    ),
    key(
        "borrow",
        &[Field],
        Flag,
        "borrow",
        "borrows a `Cow<'_, str>` from the input where it can",
    ),
    key(
        "edm",
        &[Field],
        Value,
        "edm = \"Edm.String\"",
        "says what the field's type is on the wire",
    ),
    key(
        "case_insensitive",
        &[Field, Enumeration],
        Flag,
        "case_insensitive",
        "reads members in any letter case",
    ),
    key(
        "value",
        &[Member],
        Value,
        "value = 1",
        "gives the member its number",
    ),
    key(
        "flags",
        &[Enumeration],
        Flag,
        "flags",
        "says that members can be combined",
    ),
    key(
        "underlying",
        &[Enumeration],
        Value,
        "underlying = \"Edm.Int64\"",
        "says which integer type the values have; without it, `Edm.Int32`",
    ),
];

/// The key of that name, where `place` has it.
pub(crate) fn find(name: &str, place: Place) -> Option<&'static Key> {
    KEYS.iter()
        .find(|key| key.name == name && key.places.contains(&place))
}

/// The keys that `place` has.
pub(crate) fn of(place: Place) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.places.contains(&place))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Form, Key, Place, of};

    const REFERENCE: &str = include_str!("../attributes.md");

    const SECTIONS: [(&str, Place); 6] = [
        ("Keys of a struct", Place::Resource),
        ("Keys of a field", Place::Field),
        ("Keys of a hierarchy", Place::Hierarchy),
        ("Keys of a variant", Place::Variant),
        ("Keys of an enumeration", Place::Enumeration),
        ("Keys of a member", Place::Member),
    ];

    /// The items of a section: what the first code in each says, and the text after it.
    fn documented(heading: &str) -> BTreeMap<&'static str, &'static str> {
        let (_, rest) = REFERENCE
            .split_once(&format!("### {heading}\n"))
            .unwrap_or_default();
        let section = rest.split("\n#").next().unwrap_or_default();
        section
            .split("\n* `")
            .skip(1)
            .filter_map(|item| item.split_once("`: "))
            .collect()
    }

    fn name_of(code: &str) -> &str {
        code.split([' ', '(']).next().unwrap_or_default()
    }

    /// Whether the documented use has one of the forms that the key takes.
    fn fits(code: &str, key: &Key) -> bool {
        let rest = code.strip_prefix(key.name).unwrap_or(code);
        let (is_value, is_list) = (rest.starts_with(" = "), rest.starts_with('('));
        match key.form {
            Form::Flag => rest.is_empty(),
            Form::Value => is_value,
            Form::FlagOrValue => rest.is_empty() || is_value,
            Form::List => is_list,
        }
    }

    #[test]
    fn the_reference_names_each_key_at_each_place_and_no_other() {
        for (heading, place) in SECTIONS {
            let documented = documented(heading);
            let names: BTreeSet<&str> = documented.keys().map(|code| name_of(code)).collect();
            let keys: BTreeSet<&str> = of(place).map(|key| key.name).collect();
            assert_eq!(names, keys, "{heading}");
        }
    }

    #[test]
    fn the_reference_shows_each_key_in_its_form_and_says_what_its_absence_means() {
        for (heading, place) in SECTIONS {
            for (code, text) in documented(heading) {
                for key in of(place).filter(|key| key.name == name_of(code)) {
                    assert!(fits(code, key), "{heading}: `{code}`");
                }
                let text = text.replace("\n  ", " ");
                assert!(
                    ["When absent", "must not be absent"]
                        .iter()
                        .any(|it| text.contains(it)),
                    "{heading}: `{code}`"
                );
            }
        }
    }
    /// The folder of the cases for a place, in `tests/ui/attributes`.
    fn folder(place: Place) -> &'static str {
        match place {
            Place::Resource => "resource",
            Place::Field => "field",
            Place::Hierarchy => "hierarchy",
            Place::Variant => "variant",
            Place::Enumeration => "enumeration",
            Place::Member => "member",
        }
    }

    #[test]
    fn each_key_at_each_place_has_a_case_that_shows_what_the_derive_says_of_its_misuse() {
        let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui/attributes");
        for (_, place) in SECTIONS {
            for key in of(place) {
                let case = cases.join(folder(place)).join(key.name);
                for extension in ["rs", "stderr"] {
                    let file = case.with_extension(extension);
                    assert!(file.is_file(), "there is no {}", file.display());
                }
            }
        }
    }

    #[test]
    fn a_key_has_one_entry_for_a_place() {
        for (heading, place) in SECTIONS {
            let names: Vec<&str> = of(place).map(|key| key.name).collect();
            let distinct: BTreeSet<&str> = names.iter().copied().collect();
            assert_eq!(names.len(), distinct.len(), "{heading}");
        }
    }
}
