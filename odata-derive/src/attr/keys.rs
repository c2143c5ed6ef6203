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
    /// `key = value` or `key(...)`.
    ValueOrList,
}

/// One key.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) places: &'static [Place],
    pub(crate) form: Form,
    /// A use that is right.
    pub(crate) example: &'static str,
}

use Form::{Flag, FlagOrValue, Value, ValueOrList};
use Place::{Enumeration, Field, Hierarchy, Member, Resource, Variant};

const fn key(
    name: &'static str,
    places: &'static [Place],
    form: Form,
    example: &'static str,
) -> Key {
    Key {
        name,
        places,
        form,
        example,
    }
}

/// Every key there is.
pub(crate) const KEYS: &[Key] = &[
    key(
        "namespace",
        &[Resource, Enumeration],
        Value,
        "namespace = \"microsoft.graph\"",
    ),
    key(
        "name",
        &[Resource, Field, Enumeration, Member],
        Value,
        "name = \"displayName\"",
    ),
    key(
        "rename_all",
        &[Resource, Enumeration],
        Value,
        "rename_all = \"PascalCase\"",
    ),
    key(
        "schema_alias",
        &[Resource, Enumeration],
        Value,
        "schema_alias = \"graph\"",
    ),
    key("write_type", &[Resource], Value, "write_type = \"always\""),
    key("abstract", &[Resource], Flag, "abstract"),
    key("open", &[Resource], Flag, "open"),
    key("kind", &[Resource], Value, "kind = entity"),
    key("deref", &[Resource], Flag, "deref"),
    key("patch", &[Resource], Flag, "patch"),
    key("deny_undeclared", &[Resource], Flag, "deny_undeclared"),
    key(
        "validate",
        &[Resource, Field],
        ValueOrList,
        "validate(length(max = 64))",
    ),
    key(
        "crate",
        &[Resource, Hierarchy, Enumeration],
        Value,
        "crate = my_odata",
    ),
    key(
        "hierarchy",
        &[Hierarchy],
        Value,
        "hierarchy = CustomExtensionData",
    ),
    key("known", &[Hierarchy], Value, "known = MODEL_TYPES"),
    key("other", &[Variant, Member], Flag, "other"),
    key("default", &[Field, Variant, Member], FlagOrValue, "default"),
    key("base", &[Field], Flag, "base"),
    key("key", &[Field], Flag, "key"),
    key("nullable", &[Field], Value, "nullable = false"),
    key("skip", &[Field], Flag, "skip"),
    key("computed", &[Field], Flag, "computed"),
    key("navigation", &[Field], Flag, "navigation"),
    key("dynamic_properties", &[Field], Flag, "dynamic_properties"),
    key("annotations", &[Field], Flag, "annotations"),
    key("control", &[Field], Flag, "control"),
    key("etag", &[Field], Flag, "etag"),
    key("id", &[Field], Flag, "id"),
    key("with", &[Field], Value, "with = my_module"),
    key("borrow", &[Field], Flag, "borrow"),
    key("edm", &[Field], Value, "edm = \"Edm.String\""),
    key(
        "case_insensitive",
        &[Field, Enumeration],
        Flag,
        "case_insensitive",
    ),
    key("value", &[Member], Value, "value = 1"),
    key("flags", &[Enumeration], Flag, "flags"),
    key(
        "underlying",
        &[Enumeration],
        Value,
        "underlying = \"Edm.Int64\"",
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
            Form::ValueOrList => is_value || is_list,
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
}
